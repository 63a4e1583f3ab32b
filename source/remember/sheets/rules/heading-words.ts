import type { SheetKind } from './kinds.ts'

// What offices write above their columns, in the four languages, folded; beside the names that the fields have on the pages.
const shared = {
  id: 'id perenne|perenne id|identifiant perenne|identificador perenne|identificador de perenne|uuid',
  visibility:
    'qui le voit|diffusion|visibilite|confidentialite|visibilidad|confidencialidad|visibilidade|confidencialidade|visibility|circle|cercle',
  language:
    'langue|langue du texte|langue de la fiche|idioma|idioma del texto|lingua|idioma do texto|language|language of the text',
  during:
    'periode|dates|date|annee|annees|quand|depuis quand|periodo|fechas|fecha|ano|anos|cuando|datas|data|quando|period|when|years|year',
  since:
    'depuis|debut|date de debut|desde|inicio|fecha de inicio|comienzo|data de inicio|since|from|start|start date|began',
  until:
    'jusque|jusqu a|fin|date de fin|hasta|final|fecha de fin|termino|ate|fim|data de fim|data de termino|until|to|end|end date',
  country: 'pays|pais|country|pays du partenaire|pais contraparte|etat pays',
  partner: `partenaire|partenaires|collectivite|collectivite partenaire|ville|ville partenaire|ville jumelle|ville jumelee|commune|structure|organisme
    |contraparte|contrapartes|socio|socios|socia|ciudad|ciudad hermana|ciudad socia|municipio|entidad|organismo|parceiro|parceira|parceiros|cidade
    |cidade irma|cidade parceira|entidade|partner|partners|city|twin city|sister city|organisation|organization|body`,
  kind: 'type|nature|categorie|genre|tipo|clase|naturaleza|categoria|natureza|kind|category',
  relationship: 'relation|jumelage|cooperation|relacion|hermanamiento|relacao|irmanamento|relationship|twinning',
  currency: 'devise|monnaie|moneda|divisa|moeda|currency',
} as const

const own: Record<SheetKind, Record<string, string>> = {
  actors: {
    id: shared.id,
    name: `nom|intitule|denomination|raison sociale|nom du partenaire|nombre|nombre de la entidad|razon social|denominacion|nome|nome da entidade
      |razao social|denominacao|name|${shared.partner}`,
    kind: `${shared.kind}|type d acteur|type de structure|tipo de actor|tipo de entidad|tipo de ator|type of actor`,
    shortName:
      'sigle|acronyme|nom court|abrege|sigla|acronimo|siglas|nombre corto|nome curto|acronym|short name|abbreviation',
    country: shared.country,
    parent:
      'rattachement|fait partie de|rattache a|depend de|tutelle|depende de|parte de|pertenece a|adscripcion|pertence a|part of|belongs to',
    identifiers:
      'identifiant|identifiants|siren|siret|numero|identificador|identificadores|cuit|rut|cnpj|identifier|identifiers|registration number',
    website: 'site|site web|site internet|url|web|sitio|sitio web|pagina web|website|web site|homepage',
    during: `${shared.during}|existe depuis`,
    visibility: shared.visibility,
    language: shared.language,
  },
  contacts: {
    id: shared.id,
    given:
      'prenom|prenoms|nombres|nombre de pila|primeiro nome|nome proprio|given name|first name|given names|forename',
    family: 'nom de famille|apellidos|apellido|sobrenome|apelido|family name|last name|surname',
    fullName: `nom|nom complet|nom et prenom|nom prenom|interlocuteur|interlocutrice|personne|correspondant|referent|contact|contacts|nom du contact
      |nombre|nombre completo|nombre y apellido|nombre y apellidos|apellidos y nombres|persona|referente|contacto|contactos|interlocutor|interlocutora
      |nome|nome completo|nome e sobrenome|pessoa|contato|contatos|contacto principal|name|full name|person|contact person`,
    organisation: `${shared.partner}|institution|institucion|instituicao|employeur|empresa|collectivite d appartenance`,
    role: 'fonction|poste|qualite|titre|mandat|cargo|puesto|funcion|rol|funcao|papel|role|job|post|position|function|job title',
    email: `courriel|mail|e mail|email|adresse mail|adresse electronique|adresse courriel|correo|correo electronico|e mails|correio eletronico
      |endereco eletronico|mel|email address|e mail address`,
    telephone:
      'telephone|tel|portable|mobile|numero de telephone|telefono|celular|movil|telefone|telemovel|phone|telephone number|phone number',
    languages:
      'langues|langues parlees|langue parlee|idiomas|idiomas que habla|lenguas|linguas|idiomas falados|languages|spoken languages|speaks',
    during: `${shared.during}|en poste|en el cargo|no cargo|in post`,
    publicOffice:
      'mandat public|elu|elue|elu e|eleu|fonction publique elective|cargo publico|electo|autoridad|eleito|public office|elected',
    visibility: shared.visibility,
    language: 'langue de la fiche|idioma de la ficha|idioma da ficha',
  },
  relationships: {
    id: shared.id,
    name: 'relation|nom de la relation|intitule|jumelage|cooperation|relacion|hermanamiento|nombre de la relacion|relacao|irmanamento|nome da relacao|relationship|twinning',
    kind: `${shared.kind}|type de lien|type de relation|nature du lien|tipo de vinculo|tipo de relacion|tipo de relacao|kind of relationship|lien|vinculo`,
    partners: `${shared.partner}|nom du partenaire|nom|nombre|nome|partenaire nom`,
    partnerCountry: shared.country,
    during: shared.during,
    since: shared.since,
    until: shared.until,
    leads: `service|service pilote|direction|service referent|pilote|service responsable|direccion|area|area responsable|servicio|dependencia|secretaria
      |direcao|setor|setor responsavel|department|lead department|led by|leading department`,
    reason:
      'motif|pourquoi|raison|raison du choix|origine|motivo|por que|razon|origen|motivacao|razao|origem|reason|why|why this partner|origin',
    narrative:
      'recit|histoire|historique|observations|remarques|commentaire|commentaires|notes|relato|historia|observaciones|comentarios|notas|observacoes|narrative|history|remarks|comments',
    sensitivity:
      'points de vigilance|vigilance|sensibilite|attention|precauciones|cuidado|sensibilidad|cuidados|pontos de atencao|sensitivity|be careful',
    agreementId: 'id perenne de l accord|id perenne del acuerdo|id perenne do acordo|perenne id of the agreement',
    agreementTitle:
      'convention|accord|intitule de la convention|titre de la convention|document|convenio|acuerdo|titulo del convenio|acordo|titulo do acordo|agreement|title of the agreement|convention intitule|acte',
    agreementKind:
      'type d accord|type de convention|convention type|tipo de convenio|tipo de acuerdo|tipo de acordo|kind of agreement|type of agreement',
    signedOn:
      'signature|date de signature|signe le|signee le|convention signee le|firma|fecha de firma|firmado el|firmado|suscrito el|assinatura|data de assinatura|assinado em|signed|signed on|date of signature',
    firstEnd:
      'echeance|date d echeance|fin de la convention|premiere echeance|expire le|fin du premier terme|vencimiento|vence el|fecha de vencimiento|vigencia hasta|vencimento|data de vencimento|vigencia ate|expiry|expires on|first end|end of first term|due date|validite|terme',
    renewal:
      'reconduction|renouvellement|mode de reconduction|tacite|renovacion|prorroga|tipo de renovacion|renovacao|prorrogacao|renewal|renewed how',
    renewalMonths:
      'duree de reconduction|reconduit pour|duree du renouvellement|duracion de la renovacion|renovado por|duracao da renovacao|renewal term|renewed for|renewal months|duree|duracion|duracao',
    notice:
      'preavis|delai de preavis|preaviso|plazo de preaviso|aviso previo|prazo de aviso|notice|notice period|denonciation|denuncia',
    visibility: shared.visibility,
    language: shared.language,
  },
  journal: {
    id: shared.id,
    during: shared.during,
    kind: `${shared.kind}|type d echange|type d action|tipo de intercambio|tipo de actividad|tipo de contato`,
    title:
      'objet|titre|sujet|intitule|evenement|action|asunto|titulo|tema|evento|accion|assunto|acao|subject|title|event|what',
    place: 'lieu|ville|ou|lugar|ciudad|donde|local|cidade|onde|place|where|location',
    body: 'compte rendu|resume|description|contenu|notes|observations|commentaires|acta|resumen|descripcion|contenido|notas|observaciones|relato|ata|resumo|descricao|conteudo|minutes|summary|text|content',
    relationship: shared.relationship,
    organisations:
      'partenaire|partenaires|organismes|organisations|avec|contraparte|contrapartes|entidades|con|parceiro|parceiros|com|partner|partners|with',
    people:
      'participants|participantes|personnes|presents|presentes|asistentes|personas|pessoas|participant|people|attendees|contact|contacts|contactos|contatos|interlocuteur',
    visibility: shared.visibility,
    language: shared.language,
  },
  projects: {
    id: shared.id,
    identifier:
      'identifiant|identifiant iati|reference|code|numero|n|identificador|referencia|codigo|identificador iati|identifier|iati identifier|project number',
    title:
      'projet|titre|intitule|nom du projet|action|proyecto|titulo|nombre del proyecto|accion|projeto|nome do projeto|acao|project|title|project name|name',
    description:
      'description|resume|objectif|objectifs|contenu|descripcion|resumen|objetivo|objetivos|descricao|resumo|summary|objective|aims',
    status: 'etat|statut|avancement|etat d avancement|estado|situacion|avance|situacao|status|state|progress',
    plannedStart:
      'debut prevu|date prevue de debut|inicio previsto|fecha prevista de inicio|planned start|data prevista de inicio',
    actualStart: `debut reel|demarrage|${shared.since}|inicio real|actual start`,
    plannedEnd:
      'fin prevue|date de fin prevue|fin previsto|final previsto|fecha de fin prevista|fim previsto|termino previsto|planned end',
    actualEnd: `fin reelle|cloture|${shared.until}|fin real|cierre|fim real|encerramento|actual end`,
    relationship: shared.relationship,
    partners: shared.partner,
    country: shared.country,
    budget:
      'budget|montant|cout|budget total|presupuesto|monto|importe|costo|coste|orcamento|valor|custo|amount|cost|total budget|montant total',
    currency: shared.currency,
    visibility: shared.visibility,
    language: shared.language,
  },
  commitments: {
    id: shared.id,
    what: `engagement|engagements|promesse|ce qui a ete promis|action promise|a faire|compromiso|compromisos|lo prometido|promesa|tarea|compromisso
      |compromissos|o que foi prometido|promessa|tarefa|commitment|commitments|promise|what was promised|task`,
    owedBy:
      'promis par|qui s engage|engage par|responsable|a la charge de|quien se compromete|prometido por|a cargo de|responsavel|quem se comprometeu|promised by|owed by|who owes',
    relationship: shared.relationship,
    organisation: `${shared.partner}|avec|avec qui|con|con quien|com|com quem|with|with whom`,
    person: 'personne|interlocuteur|contact|persona|contacto|pessoa|contato|person',
    due: 'echeance|pour quand|pour le|a rendre le|date limite|plazo|fecha limite|para cuando|vence el|prazo|data limite|para quando|due|due on|due date|deadline|by when',
    outcome: 'etat|statut|suite donnee|resultat|estado|resultado|situacion|situacao|state|status|outcome',
    settledOn:
      'tenu le|fait le|clos le|realise le|date de realisation|cumplido el|realizado el|hecho el|cumprido em|realizado em|feito em|settled on|done on|kept on|closed on',
    outcomeReason: 'motif|raison|pourquoi|motivo|razon|por que|razao|reason|why',
    visibility: shared.visibility,
    language: shared.language,
  },
  fees: {
    id: shared.id,
    relationship: `${shared.relationship}|reseau|adhesion|red|membresia|rede|adesao|network|membership`,
    year: 'annee|exercice|ano|gestion|ejercicio|exercicio|year|financial year',
    amount:
      'montant|cotisation|montant de la cotisation|cout|monto|cuota|importe|valor|cotizacion|anuidade|contribuicao|amount|fee|membership fee|dues',
    currency: shared.currency,
    due: 'echeance|a payer avant|a payer le|date limite|vencimiento|pagar antes de|fecha limite|vence el|prazo|pagar ate|data limite|due|due on|due date|to be paid by',
    paidOn:
      'paye le|payee le|paiement|date de paiement|regle le|reglee le|pagado el|pagada el|fecha de pago|pago em|data de pagamento|paid|paid on|date of payment',
  },
  seats: {
    id: shared.id,
    relationship: `${shared.relationship}|reseau|red|rede|network`,
    seat: 'siege|instance|organe|commission|groupe de travail|asiento|instancia|organo|comision|grupo de trabajo|assento|cadeira|orgao|comissao|seat|body|body or working group|committee|working group',
    heldBy:
      'titulaire du siege|a qui est le siege|nature du siege|de quien es el asiento|titular|de quem e o assento|held by|whose seat',
    person:
      'personne|represente par|representant|representante|persona|representado por|pessoa|representada por|person|represented by|representative',
    during: shared.during,
    since: shared.since,
    until: shared.until,
    language: shared.language,
  },
  posts: {
    id: shared.id,
    title:
      'poste|intitule|intitule du poste|fonction|titre|puesto|cargo|nombre del cargo|titulo|posto|funcao|post|position|title|job title',
    organisation: `${shared.partner}|institution|institucion|instituicao`,
    nature: `${shared.kind}|politique ou technique|politico o tecnico|politico ou tecnico|political or technical`,
    seats:
      'nombre de postes|nombre de sieges|nombre de titulaires|sieges|numero de puestos|plazas|cupos|vagas|numero de vagas|seats|number of seats|places',
    during: shared.during,
    visibility: shared.visibility,
    language: shared.language,
  },
  terms: {
    id: shared.id,
    name: 'mandat|mandature|nom du mandat|mandato|periodo de gobierno|gestion|legislatura|gestao|term|term of office|mandate|name|nom|nombre|nome',
    organisation: `${shared.partner}|institution|institucion|instituicao`,
    during: shared.during,
    since: shared.since,
    until: shared.until,
    electedOn:
      'elu le|election|election le|eleccion el|eleicao em|date d election|date de l election|eleccion|fecha de eleccion|electo el|fecha de la eleccion|eleicao|data da eleicao|eleito em|elected on|election|date of election',
    visibility: shared.visibility,
    language: shared.language,
  },
  appointments: {
    id: shared.id,
    post: 'poste|fonction|funcion|puesto|cargo|posto|post',
    person:
      'titulaire|personne|personne nommee|titular|persona|persona nombrada|pessoa|pessoa nomeada|holder|person|appointee|held by',
    during: shared.during,
    since: `${shared.since}|nomme le|nommee le|nombrado el|nombrada el|nomeado em|appointed on`,
    until: shared.until,
    term: 'mandat|mandature|mandato|periodo de gobierno|gestao|term|term of office',
    acting: 'interim|par interim|interino|interina|acting',
    carriedOver: 'prolonge|maintenu en fonction|prorrogado|continua en el cargo|mantido no cargo|carried over',
  },
  decisions: {
    id: shared.id,
    number:
      'numero|n|numero de deliberation|numero de la decision|delib num|reference|numero de resolucion|numero de acuerdo|numero da deliberacao|number|decision number',
    decidedOn:
      'date|date de deliberation|date de la decision|delib date|decide le|adopte le|fecha|fecha de la decision|aprobado el|data|data da deliberacao|decidido em|date of decision|decided on|adopted on',
    object: 'objet|delib objet|intitule|asunto|objeto|assunto|object|subject|title',
    relationship: shared.relationship,
    bodyName: 'collectivite|coll nom|decide par|assemblee|decidido por|organo|orgao|decided by|body',
    bodySiret: 'siret|coll siret|numero de siret|siret number',
    subjectCode:
      'code de la matiere|code matiere|delib matiere code|codigo de la materia|codigo da materia|subject code',
    subjectName: 'matiere|delib matiere nom|materia|subject in words',
    budgetYear: 'annee du budget|budget annee|ano del presupuesto|ano do orcamento|budget year|year of the budget',
    budgetName: 'budget|nom du budget|budget nom|presupuesto|nombre del presupuesto|orcamento|name of the budget',
    prefectureId: 'prefecture|pref id|autorite de controle|autoridad de control|prefectura|prefeitura|authority',
    prefectureOn: 'recu en prefecture le|pref date|date de reception|recibido el|recebido em|received on',
    voters: 'inscrits|vote effectif|membres|miembros|membros|could vote',
    voted: 'votants|votantes|vote reel|voted',
    votesFor: 'pour|vote pour|a favor|por|for',
    votesAgainst: 'contre|vote contre|en contra|contra|against',
    abstentions: 'abstentions|vote abstention|abstenciones|abstencoes',
    url: 'lien|adresse du texte|delib url|url|enlace|link|address of the text',
    visibility: shared.visibility,
    language: shared.language,
  },
}

const listed = (words: string) => words.split('|').map(word => word.replace(/\s+/g, ' ').trim())

/** Folded heading → field, for each kind; of two fields with one word the first has it. */
export const headingWords: Record<SheetKind, ReadonlyMap<string, string>> = Object.fromEntries(
  Object.entries(own).map(([kind, fields]) => {
    const known = new Map<string, string>()
    for (const [field, words] of Object.entries(fields))
      for (const word of listed(words)) if (!known.has(word)) known.set(word, field)
    return [kind, known]
  }),
) as unknown as Record<SheetKind, ReadonlyMap<string, string>>
