import { plural } from '../say.ts'
import type { AdministrationMessages } from './administration.en.ts'
import { bytes, list, momentOf } from './administration-values.ts'

const size = (value: number) => bytes('fr', value)
const at = (instant: string) => momentOf('fr', instant)
const all = (items: readonly string[]) => list('fr', items)

const shift = (seconds: number) =>
  Math.abs(seconds) < 86_400
    ? plural('fr', Math.round(Math.abs(seconds)), { one: '# seconde', other: '# secondes', many: '# de secondes' })
    : plural('fr', Math.round(Math.abs(seconds) / 86_400), { one: '# jour', other: '# jours', many: '# de jours' })

export const fr: AdministrationMessages = {
  menu: 'Administration',
  title: 'Administration',
  lead: 'L’état de cette installation, ses sauvegardes, et où s’occuper des personnes, des courriels et des textes.',
  links: {
    title: 'S’occuper de',
    access: 'Droits d’accès',
    people: 'Personnes',
    spaces: 'Réseaux et territoires',
    mails: 'Courriels à envoyer',
    texts: 'Textes et traductions',
    look: 'Nom et couleur de ce site',
    mailTest: 'Essai de courriel',
  },
  health: {
    title: 'État de l’installation',
    allWell: checks => `Les ${checks} vérifications sont bonnes.`,
    someIll: (ill, checks) =>
      ill === 1
        ? `Une vérification sur ${checks} demande votre attention.`
        : `${ill} vérifications sur ${checks} demandent votre attention.`,
    check: 'Vérification',
    found: 'Constat',
    well: 'Bon',
    ill: 'À corriger',
    caption: 'Vérifications',
  },
  backups: {
    caption: 'Dernières sauvegardes',
    title: 'Sauvegardes',
    lead: 'Chaque nuit à 3 h (UTC), toute l’installation est écrite dans un seul fichier du dossier de données. La plus récente de chacun des sept derniers jours, des cinq dernières semaines et des douze derniers mois est gardée. Copiez-les sur une autre machine : un disque qui tombe en panne emporte ses sauvegardes.',
    now: 'Sauvegarder maintenant',
    when: 'Début (UTC)',
    file: 'Fichier',
    size: 'Taille',
    result: 'Résultat',
    good: 'Faite',
    failed: why => `Échec : ${why}`,
    none: {
      title: 'Pas encore de sauvegarde',
      text: 'La première se fait cette nuit à 3 h (UTC), ou maintenant avec le bouton.',
    },
    made: (file, value) => `La sauvegarde ${file} est faite (${size(value)}).`,
    begun: 'La sauvegarde a commencé et se poursuit. Elle paraîtra dans la liste une fois faite.',
    notMade: why => `La sauvegarde n’a pas pu être faite : ${why}`,
  },
  checks: {
    settings: {
      title: 'Réglages',
      found: ({ problems }) =>
        problems.length === 0 ? 'Les variables d’environnement sont lisibles.' : problems.join(' '),
      advice: 'Corrigez les variables nommées, puis redémarrez.',
    },
    node: {
      title: 'Node',
      found: ({ version }) => `Version ${version}`,
      advice: 'Démarrez Perenne par npm ou par ./perenne, qui apportent Node 26.',
    },
    folder: {
      title: 'Dossier de données',
      found: ({ path, problem }) =>
        problem === null
          ? `${path} se lit et s’écrit.`
          : problem === 'missing'
            ? `${path} n’existe pas.`
            : problem === 'not-writable'
              ? `Ce compte ne peut pas écrire dans ${path}.`
              : `${path} appartient à un autre compte.`,
      advice:
        'Indiquez le bon dossier dans PERENNE_DATA, et lancez cette commande avec le compte qui fait tourner Perenne.',
    },
    disk: {
      title: 'Place sur le disque',
      found: ({ free }) => `Place libre : ${size(free)}`,
      advice:
        'Gardez au moins 1 Go libre : supprimez d’anciens journaux, déplacez des sauvegardes ou agrandissez le disque.',
    },
    key: {
      title: 'Clé de signature',
      found: ({ problem }) =>
        problem === null
          ? 'La clé est là.'
          : problem === 'missing'
            ? 'keys/signing.key n’existe pas.'
            : problem === 'wrong-length'
              ? 'keys/signing.key est abîmée : elle n’a pas 32 octets.'
              : 'D’autres comptes peuvent lire keys/signing.key.',
      advice:
        'Remettez la clé de la dernière sauvegarde, avec le mode 600. Sans elle, les liens des courriels déjà envoyés ne marchent plus.',
    },
    database: {
      title: 'Base de données',
      found: ({ version, error }) =>
        error === null ? `PostgreSQL ${version ?? ''}` : `La base de données est inutilisable : ${error}`,
      advice:
        'PostgreSQL 15 ou plus récent doit répondre. Voyez postgres.log dans le dossier de données, ou DATABASE_URL.',
    },
    roles: {
      title: 'Rôles de la base de données',
      found: ({ problems }) =>
        problems.length === 0
          ? 'Chaque rôle peut ce qu’il doit, et rien de plus.'
          : `En trop ou manquant : ${all(problems)}.`,
      advice: 'Rétablissez les rôles comme l’explique docs/install.md : la protection de chaque table en dépend.',
    },
    policies: {
      title: 'Protection des tables',
      found: ({ tables, problems }) =>
        problems.length === 0
          ? `Les ${tables} tables ont une sécurité par ligne, toujours imposée.`
          : `Sans protection : ${all(problems)}.`,
      advice:
        'Les tables ont été modifiées à la main : restaurez la dernière bonne sauvegarde dans une nouvelle installation.',
    },
    history: {
      title: 'Historique',
      found: ({ tables, problems }) =>
        problems.length === 0
          ? `Les ${tables} tables à versions gardent leur historique.`
          : `Différent de docs/data.md : ${all(problems)}.`,
      advice:
        'Les tables ont été modifiées à la main : restaurez la dernière bonne sauvegarde dans une nouvelle installation.',
    },
    migrations: {
      title: 'Forme de la base de données',
      found: ({ at, known }) => `Migration ${at} ; ce programme connaît ${known}.`,
      advice:
        'Un nombre plus petit est mis à jour au prochain démarrage. Un plus grand demande le programme plus récent.',
    },
    clock: {
      title: 'Horloge',
      found: ({ seconds, demonstration }) =>
        seconds === 0
          ? 'L’heure est l’heure réelle.'
          : `L’heure est décalée de ${shift(seconds)}${demonstration ? ', comme le veut la démonstration.' : '.'}`,
      advice: 'En usage réel, remettez à 0 le décalage de perenne.clock, avec le rôle perenne_owner.',
    },
    mails: {
      title: 'Courriels',
      found: ({ sent, late, failed }) =>
        !sent
          ? 'SMTP_URL n’est pas défini : les courriels ne partent pas, ils se lisent sur leur page.'
          : late === 0 && failed === 0
            ? 'Les courriels partent.'
            : `En retard de plus de 15 minutes : ${late}. En échec ces sept derniers jours : ${failed}.`,
      advice: 'La page des courriels dit pourquoi. Vérifiez SMTP_URL et que cette machine atteint ce serveur.',
    },
    backups: {
      title: 'Sauvegardes',
      found: ({ last, error }) =>
        [
          last === null ? 'Pas encore de sauvegarde.' : `Dernière bonne : ${at(last)} (UTC).`,
          ...(error === null ? [] : [`La dernière a échoué : ${error}`]),
        ].join(' '),
      advice:
        'Une bonne sauvegarde devrait avoir moins de 48 heures. Corrigez ce que nomme l’échec, puis sauvegardez maintenant.',
    },
    address: {
      title: 'Adresse publique',
      found: ({ url }) => url,
      advice: 'Donnez à PUBLIC_URL l’adresse en https que l’on tape : les liens des courriels commencent par elle.',
    },
  },
}
