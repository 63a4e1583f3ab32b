import type { WordsOfList } from './words-of-list.ts'

/** What offices call the kinds of contacts in their journal, and the states of their projects. */
export const wordsOfActs = {
  interaction: {
    mission: [
      'deplacement|voyage|mision|viaje|viagem|trip|mission technique|mision tecnica|missao tecnica|missions',
      'voyage d etude|voyage officiel|deplacement a l etranger|mission sur place|misiones|viaje oficial',
      'viaje de estudio|comision de servicio|salida|missoes|viagem oficial|viagem de estudo|deslocamento',
      'missao ao exterior|missions abroad|study trip|official trip|travel|field visit|visite de terrain',
    ],
    delegation: [
      'accueil|visite|accueil de delegation|visita|recepcion|acolhimento|visit|reception|incoming visit',
      'delegations|delegation entrante|visite officielle|visite de delegation|reception de delegation',
      'delegacion|delegaciones|visita oficial|visita de delegacion|delegacao|delegacoes|recepcao',
      'visita de delegacao|delegacao visitante|hosting|official visit|visiting delegation|delegation visit',
      'accueils',
    ],
    meeting: [
      'rencontre|rdv|rendez vous|comite de pilotage|copil|visio|visioconference|videoconference|encuentro',
      'videoconferencia|videollamada|encontro|comite|meet|reunion|reunions|rencontres|entretien',
      'seance de travail|reunion de travail|visioconf|audioconference|audience|atelier|comite technique',
      'reuniones|encuentros|reunion virtual|mesa de trabajo|taller|audiencia|entrevista|sesion de trabajo',
      'reunioes|encontros|reuniao virtual|videochamada|oficina|audiencia publica|sessao de trabalho|meetings',
      'video call|video conference|videoconference call|workshop|talk|working session|steering committee|teams',
      'zoom',
    ],
    call: [
      'telephone|tel|appel telephonique|telefono|llamada telefonica|telefonema|telefone|phone|phone call',
      'chamada|appels|coup de fil|coup de telephone|entretien telephonique|llamadas|telefonico',
      'contacto telefonico|ligacoes|telefonema oficial|chamada telefonica|contato telefonico|calls',
      'telephone call|conference call',
    ],
    letter: [
      'courrier|mail|courriel|email|mel|correo|carta|e mail|oficio|mail echange|lettres|lettre|courriers',
      'courriels|echange de mails|echange de courriels|correspondance|invitation|cartas|correos',
      'correo electronico|correspondencia|nota|mensaje|invitacion|e mails|oficios|correspondencia oficial',
      'mensagem|convite|letters|emails|correspondence|message ecrit|letter or email|post',
    ],
    event: [
      'evenement|seminaire|festival|salon|colloque|forum|seminario|feria|foro|seminar|conference|fair',
      'evenements|manifestation|fete|inauguration|exposition|congres|sommet|ceremonie|anniversaire|concert',
      'rencontres internationales|eventos|congreso|cumbre|ceremonia|aniversario|exposicion|conferencia|jornada',
      'festival internacional|congresso|cupula|cerimonia|exposicao|feira|jornadas|events|summit|congress',
      'ceremony|anniversary|exhibition|festivals',
    ],
    other: [
      'autres|divers|otros|otra|outra|outros|autre chose|otra cosa|otras|outra coisa|outras|others',
      'something else',
    ],
  },
  status: {
    1: [
      'prevu|a venir|en projet|en preparation|identification|planificado|en preparacion|planejado|em preparacao',
      'pipeline|preparation|planned|projet|en cours de preparation|en montage|montage|en instruction|a l etude',
      'projete|en attente de demarrage|idee|programme|previsto|prevista|en formulacion|formulacion|en estudio',
      'por iniciar|por comenzar|en diseno|propuesta|proyectado|planificada|a iniciar|em formulacao|em estudo',
      'em elaboracao|proposta|projetado|nao iniciado|planejada|planeado|planned project|under preparation',
      'in preparation|upcoming|to come|proposed|draft|identified|not started',
    ],
    2: [
      'en execution|demarre|actif|en ejecucion|activo|iniciado|ativo|em execucao|em curso|implementation|active',
      'ongoing|running|in progress|en cours|en cours de realisation|en cours d execution|lance|commence|engage',
      'ouvert|en curso|en marcha|vigente|en desarrollo|en implementacion|abierto|iniciada|activa|em andamento',
      'ativa|em implementacao|em desenvolvimento|aberto|under way|underway|in execution|live|open|started',
      'current|being implemented',
    ],
    3: [
      'finalisation|en cloture|en cierre|finalizacion|em encerramento|finalisation en cours|en finalisation',
      'en phase de cloture|en cours de cloture|en achevement|en voie d achevement|bilan|bilan en cours',
      'solde en cours|en finalizacion|en proceso de cierre|en fase de cierre|por cerrar|en evaluacion',
      'em finalizacao|em fase de encerramento|em conclusao|em processo de encerramento|finishing|closing',
      'being closed|finalising|finalizing|wrapping up|closing down',
    ],
    4: [
      'termine|acheve|cloture|fini|terminado|finalizado|concluido|encerrado|done|finished|completed|closed',
      'realise|clos|close|cloturee|terminee|achevee|finie|solde|complet|fait|fermee|ferme|realisee|cerrado',
      'cerrada|terminada|finalizada|concluida|completado|completada|ejecutado|finiquitado|encerrada|fechado',
      'completo|realizado|executado|over|ended|complete|closed out|finalised|finalized|achieved',
    ],
    5: [
      'abandonne|annulee|abandonado|anulado|cancelled|canceled|abandoned|annule|annules|abandonnee|sans suite',
      'arrete|interrompu|rejete|cancelado|cancelada|anulada|abandonada|desistido|rechazado|descartado',
      'interrumpido|sin efecto|desistiu|rejeitado|interrompido|sem efeito|dropped|stopped|terminated early',
      'withdrawn|rejected|discontinued|called off',
    ],
    6: [
      'en pause|suspendue|en suspens|pausado|en pausa|em pausa|paused|on hold|gele|suspendu|en veille|reporte',
      'reportee|ajourne|en attente|a l arret|bloque|dormant|en sommeil|suspendido|suspendida|en espera|detenido',
      'detenida|aplazado|postergado|paralizado|congelado|suspenso|suspensa|em espera|parado|parada|adiado',
      'paralisado|suspended|postponed|delayed|frozen|stalled|pending',
    ],
  },
} as const satisfies Record<string, WordsOfList>
