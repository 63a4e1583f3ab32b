import { type Locale, locales } from '../../languages/locales.ts'

/** The usual words of one concept, in the order of the languages of the house: French | Spanish | Portuguese | English. */
type InFour = `${string} | ${string} | ${string} | ${string}`

/**
 * The concepts of the field, one a line, each with its usual words in four languages: whoever asks with a word of one language
 * also finds what is written with the words of the others. Edit it freely: nothing is indexed anew.
 *
 * - Words of one language are separated by commas, the most usual first: it is the one that is shown. Several words make one expression.
 * - In the singular, with accents: numbers, verb endings and accents are the stemmer's business.
 * - A concept that lacks a language does not pass the type check.
 * - A word that means something else just as often (plan, action, partner, city) does more harm than good: leave it out.
 * - One that people ask with, and that stands in texts for something else, goes into `onlyAsked` below as well.
 * - Names of countries come from the platform (Intl), and what records are (twinning, charter, mission, university…) from the
 *   messages of the room that has them: they are enrolled (house.ts, `Room.carried`), and not repeated here.
 *
 * Sources: docs/words.md first; the sectors of the DAC list and the sustainable development goals for what projects are about;
 * for the rest, the usual names of the powers and departments of local governments in Spanish America, Brazil, Portugal and
 * France, and the English of international networks.
 */
export const concepts = {
  // Institutions and who speaks for them. Names of the town hall differ by country: CL, PE municipalidad; UY intendencia; PT câmara.
  'town hall':
    'mairie, municipalité, hôtel de ville, commune | ayuntamiento, municipalidad, alcaldía, intendencia, municipio | prefeitura, câmara municipal, município, municipalidade | city council, town hall, city hall, municipality, town council',
  mayor:
    'maire | alcaldesa, alcalde, presidenta municipal, presidente municipal, intendente | prefeita, prefeito, presidente da câmara | mayor',
  'deputy mayor':
    'adjointe au maire, adjoint au maire, maire adjointe, maire adjoint, adjointe, adjoint | teniente de alcalde, teniente de alcaldesa, vicealcaldesa, vicealcalde | vice prefeita, vice prefeito, vice presidente da câmara | deputy mayor, vice mayor',
  councillor:
    'conseillère municipale, conseiller municipal, conseillère, conseiller | concejala, concejal, regidora, regidor, edil | vereadora, vereador | councillor, councilor',
  'elected member': 'élue, élu | autoridad electa | autoridade eleita, autarca | elected member, elected official',
  'municipal council':
    'conseil municipal, assemblée délibérante | concejo municipal, consejo municipal, concejo deliberante, cabildo, pleno | câmara de vereadores, câmara legislativa, assembleia municipal | municipal council',
  province:
    'département, province, conseil départemental | provincia, diputación, gobierno departamental, gobernación | província | province, county',
  region: 'région, conseil régional | región, gobierno regional | região | region',
  metropolis:
    'métropole, agglomération, intercommunalité, communauté urbaine, communauté de communes | área metropolitana, mancomunidad | região metropolitana, consórcio intermunicipal, comunidade intermunicipal | metropolitan area, conurbation',
  embassy: 'ambassade, consulat | embajada, consulado | embaixada, consulado | embassy, consulate',
  ministry: 'ministère | ministerio, secretaría de estado | ministério | ministry',
  // « Oficina » is an office in Spanish and a workshop in Portuguese: with a word of its own each is what its reader means.
  office: 'bureau | oficina | escritório | office',
  school: 'école, collège, lycée | escuela, colegio, liceo | escola, colégio | school',
  foundation: 'fondation | fundación | fundação | foundation',
  chamber: 'chambre de commerce | cámara de comercio | câmara de comércio | chamber of commerce',
  'trade union': 'organisation syndicale, syndicat de travailleurs | sindicato | sindicato | trade union',
  cooperative: 'coopérative | cooperativa | cooperativa | cooperative',
  diaspora: 'diaspora | diáspora | diáspora | diaspora',
  expert: 'expert, experte | experta, experto | especialista, perito | expert',
  intern:
    'stagiaire, stage | pasante, practicante, pasantía | estagiário, estagiária, estágio | intern, internship, trainee',
  volunteer:
    'bénévole, volontaire, volontariat | voluntaria, voluntario, voluntariado | voluntário, voluntária, voluntariado | volunteer, volunteering',
  'focal point': 'référente, référent | enlace, punto focal | ponto focal | focal point',

  // Water, waste, energy, streets: what departments are called after.
  water: 'eau | agua | água | water',
  sanitation:
    'assainissement, égout, eaux usées | saneamiento, alcantarillado, aguas residuales, aguas servidas, cloaca | saneamento, esgoto, águas residuais | sanitation, sewage, sewerage, wastewater',
  well: 'puits, forage | pozo, perforación | poço, furo de água | borehole, water well',
  pump: 'pompe | bomba | bomba | pump',
  standpipe: 'borne fontaine | pilón, fuente pública | chafariz | standpipe',
  riverside: 'berge, rive | ribera, orilla | margem, ribeira | riverbank, riverside',
  river: 'rivière, fleuve, cours d’eau, fluvial | río, fluvial, ribereño | rio, fluvial, ribeirinho | river',
  flood: 'inondation, crue | inundación | inundação, enchente, cheia | flood, flooding',
  drought: 'sécheresse | sequía | seca, estiagem | drought',
  waste:
    'déchet, ordures ménagères, ordures, poubelle | residuo, basura, desecho | resíduo, lixo | waste, garbage, rubbish',
  recycling: 'recyclage, tri sélectif | reciclaje | reciclagem, coleta seletiva, recolha seletiva | recycling',
  compost: 'compost, compostage | compost, compostaje | compostagem, composto orgânico | compost, composting',
  energy: 'énergie | energía | energia | energy',
  'solar power': 'solaire, photovoltaïque | solar, fotovoltaica | solar, fotovoltaica | solar, photovoltaic',
  lighting: 'éclairage public, éclairage | alumbrado | iluminação pública | street lighting',
  road: 'voirie, chaussée, route | carretera, vialidad | estrada, rodovia | road',
  mobility: 'mobilité | movilidad | mobilidade | mobility',
  transport: 'transport, transports en commun | transporte | transporte | transport, transit',
  bicycle:
    'vélo, bicyclette, piste cyclable | bicicleta, bici, ciclovía | bicicleta, ciclovia | bicycle, cycling, bike',
  bus: 'bus, autobus | autobús, ómnibus, bus | ônibus, autocarro | bus',
  tramway: 'tramway | tranvía | bonde, veículo leve sobre trilhos | tramway, tram',
  'cable car': 'téléphérique | teleférico, metrocable | teleférico | cable car',
  railway:
    'train, chemin de fer, ferroviaire | tren, ferrocarril, ferroviario | trem, comboio, ferrovia | railway, train',
  port: 'port, portuaire | puerto, portuario | porto, portuário | port, harbour, harbor',
  airport: 'aéroport | aeropuerto | aeroporto | airport',
  bridge: 'pont | puente | ponte | bridge',
  fishing: 'pêche | pesca | pesca | fishing, fishery',
  coast: 'littoral, côte | litoral, costa | litoral, costa | coast, coastal',
  sea: 'mer, maritime, océan | mar, marítimo, océano | mar, marítimo, oceano | sea, maritime, ocean',
  beach: 'plage | playa | praia | beach',
  mountain: 'montagne | montaña, cordillera | montanha, serra | mountain',
  island: 'île, insulaire | isla, insular | ilha, insular | island',
  border:
    'frontière, frontalier, transfrontalier | frontera, fronterizo, transfronterizo | fronteira, fronteiriço, transfronteiriço | border, cross border',

  // The town and its land.
  housing: 'logement, habitat | vivienda, hábitat | habitação, moradia | housing',
  'social housing': 'logement social | vivienda social | habitação social | social housing',
  'informal settlement':
    'quartier informel, quartier précaire, habitat précaire, bidonville | asentamiento informal, asentamiento precario, barrio informal, villa miseria | assentamento informal, assentamento precário, loteamento irregular, favela, bairro de lata | informal settlement, slum, shanty town',
  planning:
    'urbanisme, aménagement urbain, aménagement du territoire, plan local d’urbanisme | urbanismo, planificación urbana, ordenamiento territorial, plan regulador | urbanismo, planejamento urbano, planeamento urbano, ordenamento do território, plano diretor | urban planning, town planning, spatial planning',
  neighbourhood: 'quartier | barrio | bairro | neighbourhood, neighborhood',
  resident:
    'habitante, habitant, riverain | vecina, vecino, habitante, poblador | moradora, morador, habitante | resident, inhabitant',
  'public space': 'espace public, place publique | espacio público | espaço público | public space',
  park: 'parc, espace vert, jardin | parque, área verde, jardín | parque, área verde, jardim | park, green space, garden',
  'historic centre':
    'centre historique, centre ancien | centro histórico, casco antiguo | centro histórico | historic centre, old town',
  'land registry':
    'cadastre, foncier | catastro, suelo urbano | cadastro fundiário, regularização fundiária | land registry, land tenure, cadastre',
  building: 'bâtiment, édifice | edificio | edifício, prédio | building',
  architecture:
    'architecture, architecte | arquitectura, arquitecta | arquitetura, arquiteto | architecture, architect',
  market: 'marché municipal, halle | mercado | mercado, feira livre, feira municipal | market',
  cemetery: 'cimetière | cementerio | cemitério | cemetery',
  'rural world': 'rural, ruralité | rural, ruralidad | rural, ruralidade | rural, countryside',

  // Climate and living things.
  environment: 'environnemental | medioambiente, ambiental | ambiental | environmental',
  ecology:
    'écologie, transition écologique | ecología, transición ecológica | ecologia, transição ecológica | ecology, green transition',
  climate: 'climat | clima | clima | climate',
  'climate change':
    'changement climatique, dérèglement climatique | cambio climático | mudança climática, alterações climáticas, mudança do clima | climate change',
  resilience: 'résilience | resiliencia | resiliência | resilience',
  adaptation: 'adaptation | adaptación | adaptação | adaptation',
  forest:
    'forêt, forestier, boisement | bosque, forestal | floresta, florestal, mata atlântica | forest, forestry, woodland',
  tree: 'arbre | árbol, arbolado | árvore, arborização | tree',
  pollution: 'pollution | contaminación, polución | poluição | pollution',
  'air quality': 'qualité de l’air | calidad del aire | qualidade do ar | air quality',
  disaster: 'catastrophe, sinistre | desastre, catástrofe | desastre, catástrofe | disaster',
  risk: 'gestion des risques, prévention des risques | gestión del riesgo, gestión de riesgos | gestão de riscos, gestão do risco | risk management, risk reduction',
  earthquake: 'séisme, tremblement de terre | terremoto, sismo | terremoto, sismo | earthquake',
  'civil protection':
    'protection civile, sécurité civile, pompier | protección civil, bombero | proteção civil, defesa civil, bombeiro | civil protection, firefighter, fire brigade',
  reconstruction: 'reconstruction | reconstrucción | reconstrução | reconstruction',
  animal: 'animal | animal, mascota | animal | animal',

  // Food and work.
  agriculture:
    'agriculture, agricole, agriculteur | agricultura, agrícola, agricultor, campesino, agropecuario | agricultura, agrícola, agricultor, agropecuária | agriculture, agricultural, farming, farmer',
  'urban farming':
    'agriculture urbaine, potager, jardin partagé | agricultura urbana, huerta, huerto | agricultura urbana, horta | urban farming, allotment, community garden',
  food: 'alimentation, alimentaire, denrée | alimentación, alimentario | alimentação, alimentar | food',
  'school meal':
    'cantine, restauration scolaire | comedor escolar, alimentación escolar | merenda escolar, alimentação escolar, refeitório escolar | school meal, canteen',
  coffee: 'café | café | café | coffee',
  wine: 'vin, viticulture | vino, viticultura | vinho, viticultura | wine, winegrowing',
  employment: 'emploi | empleo | emprego | employment, job',
  economy: 'économie, économique | economía, económico | economia, econômico | economy, economic',
  'solidarity economy':
    'économie sociale et solidaire, économie solidaire | economía social y solidaria, economía solidaria | economia solidária | social and solidarity economy, solidarity economy',
  'circular economy': 'économie circulaire | economía circular | economia circular | circular economy',
  trade: 'commerce | comercio | comércio | trade, commerce',
  'fair trade': 'commerce équitable | comercio justo | comércio justo | fair trade',
  enterprise:
    'entrepreneuriat, entrepreneur | emprendimiento, emprendedor | empreendedorismo, empreendedor | entrepreneurship, entrepreneur',
  crafts: 'artisanat, artisan | artesanía, artesano | artesanato, artesão | crafts, handicraft, craftsman',
  tourism: 'tourisme, touristique | turismo, turístico | turismo, turístico | tourism, tourist',
  industry: 'industrie | industria | indústria | industry',
  mining: 'mine, minier | minería, minero | mineração, minério | mining',
  innovation: 'innovation | innovación | inovação | innovation',
  digital: 'numérique | digital | digital | digital',
  'open data': 'données ouvertes | datos abiertos | dados abertos | open data',
  internet: 'internet | internet | internet | internet',
  'smart city': 'ville intelligente | ciudad inteligente | cidade inteligente | smart city',
  investment: 'investissement | inversión | investimento | investment',
  microcredit: 'microcrédit | microcrédito | microcrédito | microcredit, microfinance',

  // People and their rights.
  education: 'éducation | educación, enseñanza | educação, ensino | education, teaching',
  training: 'formation | capacitación, formación | capacitação, formação | training',
  literacy: 'alphabétisation | alfabetización | alfabetização | literacy',
  student:
    'étudiant, étudiante, élève, lycéenne, lycéen, écolière, écolier | estudiante, alumna, alumno | estudante, aluna, aluno | student, pupil',
  teacher: 'enseignante, enseignant, professeur | docente, profesor, maestra | docente, professor | teacher',
  research:
    'recherche, chercheuse, chercheur | investigación, investigador | pesquisa, pesquisador, investigação | research, researcher',
  science: 'science, scientifique | ciencia, científico | ciência, científico | science, scientific',
  scholarship: 'bourse d’études | beca | bolsa de estudos | scholarship',
  language: 'langue | idioma, lengua | idioma, língua | language',
  health: 'santé | salud | saúde | health',
  hospital: 'hôpital, hospitalier, clinique | hospital | hospital | hospital',
  epidemic:
    'épidémie, pandémie, covid | epidemia, pandemia, covid | epidemia, pandemia, covid | epidemic, pandemic, covid',
  // “AIDS” has the stem of “aid”.
  aids: 'sida, vih | sida, vih | aids, hiv, sida | hiv, hiv aids',
  addiction:
    'addiction, toxicomanie, drogue | adicción, drogadicción, droga | dependência química, toxicodependência, droga | addiction, drug',
  youth: 'jeunesse, jeune | juventud, joven | juventude, jovem | youth, young people',
  children: 'enfance, enfant | infancia, niñez, niña, niño | infância, criança | children, childhood, child',
  'early childhood':
    'petite enfance, crèche | primera infancia, guardería, jardín infantil, jardín de infantes | primeira infância, creche, jardim de infância, educação infantil | early childhood, nursery',
  'older people':
    'personne âgée, aîné, senior | adulto mayor, persona mayor, tercera edad | pessoa idosa, idoso, terceira idade | older people, elderly',
  women: 'femme | mujer | mulher | woman, women',
  'gender equality':
    'égalité femmes hommes, égalité des sexes, égalité de genre | equidad de género | equidade de gênero | gender equity',
  gender: 'genre | género | gênero | gender',
  'domestic violence':
    'violences conjugales, violences faites aux femmes | violencia de género, violencia doméstica, violencia contra la mujer | violência doméstica, violência contra a mulher | domestic violence, violence against women',
  lgbt: 'lgbt, lgbtqi | lgbt, lgbtiq, diversidad sexual | lgbt, lgbtqia, diversidade sexual | lgbt, lgbtq',
  disability: 'handicap, handicapé | discapacidad | deficiência | disability, disabled',
  accessibility: 'accessibilité | accesibilidad | acessibilidade | accessibility',
  migration:
    'migration, migrant, immigration, immigré | migración, migrante, inmigración, inmigrante | migração, migrante, imigração, imigrante | migration, migrant, immigration, immigrant',
  refugee:
    'réfugiée, réfugié, exilé, asile | refugiada, refugiado, solicitante de asilo, derecho de asilo | refugiada, refugiado, requerente de asilo, direito de asilo | refugee, asylum',
  'indigenous people':
    'peuple autochtone, autochtone, amérindien | pueblo indígena, indígena, pueblo originario | povo indígena, indígena, povo originário | indigenous people, indigenous',
  'african descent': 'afrodescendant | afrodescendiente | afrodescendente, quilombola | people of african descent',
  poverty: 'pauvreté, précarité | pobreza | pobreza | poverty',
  inclusion: 'inclusion, insertion | inclusión | inclusão | inclusion',
  'social action':
    'action sociale, aide sociale | acción social, bienestar social, asistencia social | ação social, assistência social | social action, social welfare, social work',
  solidarity: 'solidarité | solidaridad | solidariedade | solidarity',
  discrimination: 'discrimination, racisme | discriminación, racismo | discriminação, racismo | discrimination, racism',
  homelessness:
    'sans abri, sans domicile fixe | persona en situación de calle, sin techo | pessoa em situação de rua, sem teto | homeless, homelessness',
  'human rights':
    'droits de l’homme, droits fondamentaux | derechos fundamentales | direitos fundamentais | fundamental rights',
  peace:
    'paix, construction de la paix, culture de paix | paz, construcción de paz, construcción de la paz, cultura de paz, proceso de paz | paz, construção da paz, cultura de paz, processo de paz | peace, peacebuilding',
  conflict: 'conflit, guerre | conflicto, guerra | conflito, guerra | conflict, war',
  remembrance:
    'devoir de mémoire, commémoration | memoria histórica, conmemoración | memória histórica, comemoração | remembrance, commemoration',
  security:
    'sécurité, prévention de la délinquance | seguridad ciudadana, seguridad | segurança pública, segurança | security, public safety',
  police: 'police | policía | polícia, guarda municipal | police',
  justice: 'justice | justicia | justiça | justice',
  family: 'famille, familial | familia, familiar | família, familiar | family',

  // Culture and leisure.
  culture: 'culture, culturel | cultura, cultural | cultura, cultural | culture, cultural',
  heritage: 'patrimoine | patrimonio | patrimônio, património | heritage',
  library: 'bibliothèque, médiathèque | biblioteca, mediateca | biblioteca, midiateca | library',
  book: 'livre, lecture publique | libro | livro | book',
  museum: 'musée | museo | museu | museum',
  archives:
    'archives | archivo histórico, archivo municipal | arquivo histórico, arquivo municipal | archives, records office',
  theatre: 'théâtre | teatro | teatro | theatre, theater',
  music:
    'musique, orchestre, chorale, fanfare | música, orquesta, coro, banda de música | música, orquestra, coral, coro, banda de música, filarmônica | music, orchestra, choir, brass band',
  cinema: 'cinéma, film | cine, película | cinema, filme | cinema, film',
  dance: 'danse | danza, baile | dança | dance',
  art: 'artiste, artistique | artista, artístico | artista, artístico | artist, artistic',
  exhibition: 'exposition | exposición | exposição | exhibition',
  festival: 'festival, fête | festival, fiesta | festival, festa | festival',
  carnival: 'carnaval | carnaval | carnaval | carnival',
  gastronomy: 'gastronomie, cuisine | gastronomía, cocina | gastronomia, culinária | gastronomy, cuisine',
  sport: 'sport, sportif | deporte, deportivo | esporte, desporto, esportivo, desportivo | sport',
  football: 'football | fútbol | futebol | football, soccer',
  media:
    'médias, presse, radio | medios de comunicación, prensa, radio | meios de comunicação, mídia, imprensa, rádio | media, press, radio',

  // How a local government governs.
  governance: 'gouvernance | gobernanza | governança | governance',
  democracy: 'démocratie | democracia | democracia | democracy',
  participation:
    'participation citoyenne, démocratie participative, concertation | participación ciudadana, democracia participativa | participação cidadã, participação popular, democracia participativa | citizen participation, public participation, participatory democracy',
  'participatory budget':
    'budget participatif | presupuesto participativo | orçamento participativo | participatory budget, participatory budgeting',
  'civil society': 'société civile | sociedad civil | sociedade civil | civil society',
  citizen:
    'citoyenne, citoyen, citoyenneté | ciudadana, ciudadano, ciudadanía | cidadã, cidadão, cidadania | citizen, citizenship',
  decentralisation: 'décentralisation | descentralización | descentralização | decentralisation, decentralization',
  transparency: 'transparence | transparencia | transparência | transparency',
  corruption: 'corruption | corrupción | corrupção | corruption',
  election: 'élection, scrutin | elección, comicios | eleição | election, ballot',
  'term of office':
    'mandature | período de gobierno | legislatura municipal | tenure of office, council term, electoral term',
  alternation:
    'alternance, changement de majorité | alternancia, cambio de gobierno | alternância, mudança de governo | alternation, change of government',
  handover:
    'passation, passation de pouvoirs | traspaso, entrega recepción, empalme, transferencia de gestión | transição de governo, transição de mandato, transmissão de cargo | handover, transition of power',
  budget: 'budget | presupuesto | orçamento | budget',
  funding:
    'financement, cofinancement, subvention | financiamiento, financiación, cofinanciamiento, subvención, subsidio | financiamento, cofinanciamento, subvenção, subsídio | funding, grant, subsidy',
  donor:
    'bailleur de fonds, financeur, cofinanceur | financiador, financiadora, cooperante | financiador, financiadora | funder, funding body',
  'call for projects':
    'appel à projets, appel à candidatures | convocatoria, llamado a proyectos, concurso de proyectos | edital, chamada pública, chamada de projetos, convocatória | call for projects, call for proposals',
  accountability: 'redevabilité | rendición de cuentas | prestação de contas | accountability',
  tax: 'impôt, fiscalité, taxe | impuesto, tributo, fiscalidad | imposto, tributo | tax, taxation',
  'membership fee':
    'cotisation | cuota de membresía, cuota anual, cuota | anuidade, contribuição anual, quota | membership fee, dues, annual fee',
  debt: 'dette, endettement | deuda, endeudamiento | dívida, endividamento | debt',
  procurement:
    'marché public, commande publique | contratación pública, compra pública | contratação pública, compra pública | procurement, public purchasing',
  regulation: 'règlement, réglementation | reglamento, ordenanza | regulamento, portaria | regulation, bylaw',
  strategy: 'stratégie | estrategia | estratégia | strategy',
  roadmap: 'feuille de route | hoja de ruta | roteiro, mapa do caminho | roadmap',
  evaluation: 'évaluation | evaluación | avaliação | evaluation',
  indicator: 'indicateur | indicador | indicador | indicator',
  audit: 'audit | auditoría | auditoria | audit',
  monitoring:
    'suivi, suivi évaluation, comité de suivi, tableau de bord | seguimiento, monitoreo | monitoramento, monitorização, acompanhamento | monitoring',

  // The trade of international action.
  'international relations':
    'relations internationales, action internationale, affaires internationales, relations extérieures | relaciones internacionales, acción internacional, asuntos internacionales, relaciones exteriores | relações internacionais, ação internacional, assuntos internacionais, relações exteriores | international relations, international action, international affairs, external relations, international office',
  internationalisation:
    'internationalisation | internacionalización | internacionalização | internationalisation, internationalization',
  diplomacy:
    'diplomatie des villes, diplomatie, paradiplomatie | diplomacia de ciudades, diplomacia, paradiplomacia | diplomacia de cidades, diplomacia, paradiplomacia | city diplomacy, diplomacy, paradiplomacy',
  'decentralised cooperation':
    'coopération décentralisée, action extérieure | cooperación descentralizada, acción exterior | cooperação descentralizada, ação externa | decentralised cooperation, decentralized cooperation, external action',
  'south-south cooperation': 'coopération sud sud | cooperación sur sur | cooperação sul sul | south south cooperation',
  trilateral:
    'coopération tripartite | cooperación tripartita, cooperación trilateral | cooperação triangular, cooperação tripartite | trilateral cooperation',
  // More words for what the memory calls a twinning, an agreement, a membership, a delegation (see what it enrols).
  'sister city':
    'ville jumelle, ville jumelée, jumelé, pacte d’amitié | ciudad hermana, hermanado, ciudad gemela, pacto de amistad | cidade irmã, cidades irmãs, geminação, geminado, cidade gêmea, irmandade, pacto de amizade | sister city, twin town, twin city, partner town, friendship pact',
  accord:
    'protocole, protocole d’accord, accord cadre, pacte | protocolo, pacto, memorando, acuerdo marco, convenio marco | protocolo, pacto, memorando, termo de cooperação, acordo quadro, convênio quadro | protocol, memorandum, memorandum of understanding, mou, pact, framework agreement',
  belonging: 'adhésion | membresía, adhesión | filiação, adesão | membership, accession',
  renewal:
    'renouvellement, reconduction, prolongation | renovación, prórroga | renovação, prorrogação, recondução | renewal, extension',
  termination: 'dénonciation, résiliation | denuncia, rescisión | denúncia, rescisão | termination, withdrawal',
  expiry: 'échéance, expiration | vencimiento, caducidad | vencimento, expiração | expiry, expiration',
  signing:
    'signature, signataire | firma, suscripción, firmante | assinatura, signatário | signature, signing, signatory',
  visit: 'visite, déplacement | visita, viaje | visita, viagem | visit, trip',
  reception: 'accueil | recepción | acolhimento | reception, hosting',
  partnership: 'partenariat | alianza, partenariado | parceria | partnership',
  exchange: 'échange | intercambio | intercâmbio | exchange',
  'technical assistance':
    'assistance technique, appui technique | asistencia técnica, apoyo técnico | assistência técnica, apoio técnico | technical assistance, technical support',
  'development aid':
    'aide au développement, aide publique au développement, apd | ayuda al desarrollo, ayuda oficial al desarrollo, aod | ajuda ao desenvolvimento, ajuda pública ao desenvolvimento, apd | development aid, official development assistance, oda',
  'humanitarian aid':
    'aide humanitaire, aide d’urgence | ayuda humanitaria | ajuda humanitária | humanitarian aid, emergency relief',
  donation: 'don, donation, mécénat | donación | doação | donation, patronage',
  'sustainable development':
    'développement durable | desarrollo sostenible, desarrollo sustentable | desenvolvimento sustentável | sustainable development',
  agenda:
    'odd, objectif de développement durable | ods, objetivo de desarrollo sostenible | ods, objetivo de desenvolvimento sustentável | sdg, sustainable development goal',
  'global citizenship': 'citoyenneté mondiale | ciudadanía global | cidadania global | global citizenship',
  'european union':
    'union européenne, commission européenne, ue | unión europea, comisión europea, ue | união europeia, comissão europeia, ue | european union, european commission, eu',
  // Not “UN”, which is a small word of the other three.
  'united nations': 'nations unies, onu | naciones unidas, onu | nações unidas, onu | united nations',
  congress:
    'congrès, colloque, conférence | congreso, coloquio, conferencia | congresso, colóquio, conferência | congress, symposium, conference',
  seminar: 'séminaire | seminario | seminário | seminar',
  workshop: 'atelier | taller | oficina | workshop',
  forum: 'forum | foro | fórum | forum',
  summit: 'sommet | cumbre | cúpula, cimeira | summit',
  anniversary: 'anniversaire | aniversario | aniversário | anniversary',
  ceremony: 'cérémonie, inauguration | ceremonia, inauguración | cerimônia, inauguração | ceremony, inauguration',
  award: 'récompense, distinction | premio, galardón | prêmio, prémio | award, prize',
  invitation: 'invitation | invitación | convite | invitation',
  resignation: 'démission | renuncia, dimisión | renúncia, demissão | resignation',
  advocacy: 'plaidoyer | incidencia política, cabildeo | incidência política | advocacy, lobbying',
  'good practice': 'bonne pratique | buena práctica | boa prática | good practice, best practice',
  capitalisation:
    'capitalisation d’expériences, retour d’expérience | sistematización, capitalización de experiencias | sistematização, capitalização de experiências | capitalisation of experience',
  foresight: 'prospective | prospectiva | prospectiva | foresight',
  mainstreaming: 'transversalité | transversalidad | transversalidade | mainstreaming',
  headquarters: 'siège | sede | sede | headquarters, head office',
  statutes: 'statuts | estatutos | estatutos | statutes, articles of association',
  'general assembly': 'assemblée générale | asamblea general | assembleia geral | general assembly',
  committee: 'comité, commission | comité, comisión | comitê, comité, comissão | committee',
  interpretation:
    'interprétation, interprète, traduction | interpretación, intérprete, traducción | interpretação, intérprete, tradução | interpretation, interpreter, translation',

  // What is kept on paper.
  report: 'rapport, bilan | informe, balance | relatório, balanço | report',
  minutes: 'compte rendu, procès verbal | acta, minuta | ata | minutes',
  speech: 'discours, allocution | discurso | discurso | speech',
  photograph: 'photographie, photo | fotografía, foto | fotografia, foto | photograph, photo',
  poster: 'affiche | cartel, afiche | cartaz | poster',
  survey: 'enquête, sondage | encuesta | pesquisa de opinião, inquérito | survey',
  diagnosis: 'diagnostic, état des lieux | diagnóstico | diagnóstico | diagnosis, needs assessment',
  invoice: 'facture | factura | fatura, nota fiscal | invoice',
} as const satisfies Record<string, InFour>

export type Concept = keyof typeof concepts

/**
 * Words that people ask with and that are not looked for in the place of others. Names are made of some: who asks for a port does not
 * want every record of Puerto Almendro, nor La Paz for peace. Others have the stem of a common word: « suivi » of « suivant », « élève »
 * of « élevé », « don » of « donner », « route » stands in « feuille de route ».
 */
export const onlyAsked: Readonly<Record<Locale, ReadonlySet<string>>> = {
  fr: new Set([
    ...['port', 'pont', 'mer', 'île', 'côte'],
    ...['suivi', 'élève', 'don', 'route', 'alimentation', 'adjointe', 'adjoint', 'commission', 'siège'],
  ]),
  es: new Set([
    ...['puerto', 'puente', 'mar', 'isla', 'costa', 'playa', 'río', 'paz'],
    ...['cuota', 'comisión', 'pleno', 'renuncia', 'denuncia'],
  ]),
  pt: new Set([
    ...['porto', 'ponte', 'mar', 'ilha', 'costa', 'praia', 'rio', 'paz', 'serra'],
    ...['quota', 'comissão', 'margem', 'denúncia'],
  ]),
  en: new Set(['extension', 'withdrawal', 'patronage']),
}

/** The words of a concept in one language, the most usual first. */
export function wordsOfConcept(concept: Concept, locale: Locale): string[] {
  const own = concepts[concept].split(' | ')[locales.indexOf(locale)] ?? ''
  return own.split(',').map(word => word.trim())
}
