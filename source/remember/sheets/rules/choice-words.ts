import { wordsOfActs } from './choice-words-of-acts.ts'
import { wordsOfBodies } from './choice-words-of-bodies.ts'
import { wordsOfTies } from './choice-words-of-ties.ts'
import type { ChoiceList } from './kinds.ts'
import type { WordsOfList } from './words-of-list.ts'

// Other words that offices write for the values of a list, in the four languages, folded; beside those of the pages.
const others: Record<ChoiceList, WordsOfList> = {
  ...wordsOfBodies,
  ...wordsOfTies,
  ...wordsOfActs,
  circle: {
    0: [
      'interne au service|confidentiel|prive|restreint|confidencial|privado|restringido|restrito|private',
      'confidential|interne|interne seulement|usage interne|non public|reserve|secret|interno|interna',
      'uso interno|solo interno|no publico|reservado|secreto|somente interno|so interno|nao publico|sigiloso',
      'uso restrito|internal only|not public|internal use|secret only|office only|restricted',
    ],
    1: [
      'reseaux|membres du reseau|redes|rede|members|shared|reseau|au reseau|partenaires|membres|red|en red',
      'la red|compartido|socios|miembros|miembros de la red|em rede|a rede|compartilhado|partilhado|parceiros',
      'membros|membros da rede|network|network members|within the network|partners',
    ],
    2: [
      'tout public|publie|ouvert|publico|abierto|publicado|aberto|open|published|publique|public|publics',
      'publiee|grand public|tous|tout le monde|visible par tous|publicos|publica|para todos|todo publico',
      'visible para todos|publicada|para todos os publicos|todos|visivel para todos|everyone|everybody|anyone',
      'all',
    ],
  },
  yes: {
    yes: 'o|y|s|x|1|vrai|true|verdadero|verdadeiro|elu|elue|oui|si|sim|ja|ok|electo|electa|eleito|eleita|elected',
    no: 'n|0|faux|false|falso|nao|non|non elu|non elue|no electo|nao eleito|not elected|aucun',
  },
  owed: {
    us: [
      'nous|notre collectivite|la collectivite|la ville|la mairie|notre cote|de notre cote|nosotros|nuestra parte|el municipio',
      'la municipalidad|nuestro lado|nos|nossa parte|a prefeitura|o municipio|do nosso lado|our side|ourselves|the city|we',
    ],
    them: [
      'eux|partenaire|le partenaire|l autre|leur cote|de leur cote|ellos|la contraparte|contraparte|socio|el socio|la otra parte',
      'eles|parceiro|o parceiro|contrapartida|a outra parte|them|partner|the partner|their side|they',
    ],
  },
  outcome: {
    open: [
      'ouvert|ouverte|a faire|a tenir|en retard|en attente|non tenu|pas encore|en cours de realisation|prevu|abierto|abierta|pendiente',
      'por cumplir|por hacer|atrasado|vencido|en proceso|aberto|aberta|pendente|a cumprir|a fazer|em atraso|em curso|to do|pending',
      'overdue|late|not yet|outstanding|due',
    ],
    kept: [
      'tenue|fait|faite|realise|realisee|honore|honoree|respecte|acheve|termine|cumplida|hecho|hecha|realizado|realizada',
      'respetado|terminado|cumprida|feito|feita|concluido|done|fulfilled|honoured|completed|delivered',
    ],
    dropped: [
      'abandonnee|annule|annulee|sans suite|non honore|abandonada|anulado|anulada|cancelado|cancelada|incumplido|sin efecto',
      'nao cumprido|descumprido|desistido|abandoned|cancelled|canceled|broken|called off',
    ],
  },
  holder: {
    city: [
      'ville|collectivite|la ville|la collectivite|mairie|institutionnel|municipio|ciudad|municipalidad|gobierno local|institucional',
      'cidade|prefeitura|governo local|instituicao|city|local government|the city|institutional',
    ],
    person: [
      'personne|en personne|a titre personnel|personnel|intuitu personae|persona|a titulo personal|personal|en persona',
      'pessoa|a titulo pessoal|pessoal|em pessoa|person|in person|individual',
    ],
  },
  nature: {
    political:
      'politique|elu|elue|elus|electif|elective|politico|electo|electa|de eleccion|eleito|eleita|eletivo|elected|elective post',
    technical:
      'technique|administratif|administrative|agent|fonctionnaire|tecnico|administrativo|funcionario|servidor|technician|civil servant|staff',
  },
}

/** The words for each value of a list beside those of the pages. */
export const otherWords = (list: ChoiceList): { value: string; label: string }[] =>
  Object.entries(others[list]).flatMap(([value, lines]) =>
    [lines].flat().flatMap(line => line.split('|').map(label => ({ value, label }))),
  )
