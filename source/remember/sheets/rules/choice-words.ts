import type { ChoiceList } from './kinds.ts'

// Other words that offices write for the values of a list, in the four languages, folded; beside those of the pages.
const others: Record<ChoiceList, Readonly<Record<string, string>>> = {
  organisation: {
    service:
      'service|direction|departement interne|area|servicio|secretaria municipal|direccion|dependencia|setor|secretaria|direcao|department|direction municipale|area municipal',
    'local-government':
      'ville|commune|mairie|collectivite|collectivite territoriale|metropole|departement|region|agglomeration|intercommunalite|municipio|ciudad|municipalidad|ayuntamiento|alcaldia|intendencia|gobernacion|provincia|prefeitura|cidade|camara municipal|city|town|municipality|council|local authority|county|region francaise',
    network: 'reseau de villes|red de ciudades|rede de cidades|city network',
    association:
      'asso|comite de jumelage|asociacion civil|comite|fundacion|fondation|fundacao|foundation|association loi 1901',
    ngo: 'osc|organisation non gouvernementale|organizacion no gubernamental|organizacao nao governamental|non governmental organisation|civil society',
    university:
      'universite|ecole|institut de recherche|universitaire|escuela|centro de investigacion|escola|school|research institute|academia',
    company: 'societe|sarl|sa|compania|empresa privada|business|firm|prive',
    institution: 'etablissement public|entidad publica|orgao publico|agence|agencia|agency|public body|institut',
    state:
      'ministere|etat central|gouvernement|ambassade|prefecture|ministerio|gobierno|embajada|governo|embaixada|ministry|government|embassy|consulat|consulado',
    donor: 'bailleur de fonds|financeur|financiador|cooperante|fonds|financiadora|funder|donante internacional',
    international:
      'oi|organisation internationale|nations unies|naciones unidas|nacoes unidas|united nations|ue|union europeenne|onu',
    other: 'autres|divers|otros|otra|varios|outra|outros|others|various',
  },
  relationship: {
    twinning:
      'jumelage|jumele|jumelee|ville jumelee|ville jumelle|hermanada|ciudad hermana|ciudades hermanas|cidade irma|cidades irmas|irmandade|twin|twin town|sister city|geminacao|geminada',
    cooperation:
      'cooperation decentralisee|coop|partenariat|cooperacion descentralizada|alianza|asociacion|cooperacao descentralizada|parceria|partnership|decentralised cooperation|projet|proyecto',
    triangular: 'triangulaire|sud sud|cooperation sud sud|sur sur|cooperacion sur sur|sul sul|south south',
    network:
      'adhesion|reseau|membre d un reseau|membre|red|miembro|adhesion a una red|rede|membro|membership|member|network',
    declaration:
      'lettre d intention|declaration d intention|carta de intencion|protocole|declaracion de intencion|declaracao de intencoes|protocolo de intencoes|letter of intent|pacte d amitie|pacto de amistad',
  },
  agreement: {
    charter: 'serment|carta de hermanamiento|charte de jumelage|juramento|pacte|carta de irmanamento',
    convention:
      'accord|accord cadre|convention cadre|protocole d accord|mou|memorandum|contrat|acuerdo|acuerdo marco|convenio marco|memorando|contrato|acordo|acordo de cooperacao|agreement|framework agreement|memorandum of understanding|protocole|convencao',
    addendum: 'amendement|avenant n 1|addenda|adenda|enmienda|termo aditivo|amendment',
    letter: 'lettre d intention|carta de intencion|letter of intent|courrier|carta',
  },
  renewal: {
    none: 'non|pas de reconduction|sans|non reconductible|aucune|no|sin renovacion|sem renovacao|nao|fixe|terme fixe|plazo fijo|without|fixed',
    tacit:
      'tacite reconduction|reconduction tacite|automatique|renovacion tacita|tacita reconduccion|automatica|renovacao tacita|automatico|tacitly|automatic|tacitement|tacite reconduction annuelle',
    express:
      'expresse|reconduction expresse|par avenant|renovacion expresa|expreso|por adenda|por aditivo|explicit|by addendum|sur demande',
    indefinite:
      'indeterminee|duree illimitee|illimitee|sans terme|indefinida|indefinido|sin plazo|indeterminado|sem prazo|open ended|unlimited|no term|permanente',
  },
  interaction: {
    mission: 'deplacement|voyage|mision|viaje|viagem|trip|mission technique|mision tecnica|missao tecnica',
    delegation: 'accueil|visite|accueil de delegation|visita|recepcion|acolhimento|visit|reception|incoming visit',
    meeting:
      'rencontre|rdv|rendez vous|comite de pilotage|copil|visio|visioconference|videoconference|encuentro|videoconferencia|videollamada|encontro|comite|meet',
    call: 'telephone|tel|appel telephonique|telefono|llamada telefonica|telefonema|telefone|phone|phone call|chamada',
    letter: 'courrier|mail|courriel|email|mel|correo|carta|e mail|oficio|mail echange',
    event: 'evenement|seminaire|festival|salon|colloque|forum|seminario|feria|foro|seminar|conference|fair',
    other: 'autres|divers|otros|otra|outra|outros',
  },
  status: {
    1: 'prevu|a venir|en projet|en preparation|identification|planificado|en preparacion|planejado|em preparacao|pipeline|preparation|planned|projet',
    2: 'en execution|demarre|actif|en ejecucion|activo|iniciado|ativo|em execucao|em curso|implementation|active|ongoing|running|in progress',
    3: 'finalisation|en cloture|en cierre|finalizacion|em encerramento|finalisation en cours',
    4: 'termine|acheve|cloture|fini|terminado|finalizado|concluido|encerrado|done|finished|completed|closed|realise',
    5: 'abandonne|annulee|abandonado|anulado|cancelled|canceled|abandoned',
    6: 'en pause|suspendue|en suspens|pausado|en pausa|em pausa|paused|on hold|gele',
  },
  circle: {
    0: 'interne au service|confidentiel|prive|restreint|confidencial|privado|restringido|restrito|private|confidential',
    1: 'reseaux|membres du reseau|redes|rede|members|shared',
    2: 'tout public|publie|ouvert|publico|abierto|publicado|aberto|open|published|publique',
  },
  yes: { yes: 'o|y|s|x|1|vrai|true|verdadero|verdadeiro|elu|elue', no: 'n|0|faux|false|falso|nao|non' },
}

/** The words for each value of a list beside those of the pages. */
export const otherWords = (list: ChoiceList): { value: string; label: string }[] =>
  Object.entries(others[list]).flatMap(([value, words]) => words.split('|').map(label => ({ value, label })))
