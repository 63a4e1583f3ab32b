import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './import-remarks.en.ts'

export const fr = {
  title: count =>
    plural('fr', count, { one: '# document ne mène nulle part', other: '# documents ne mènent nulle part' }),
  why: 'Le fichier importé nomme des fichiers déposés dans un autre séminaire ou sur une autre installation. Un fichier appartient au séminaire dans lequel il a été déposé : ici, le lien n’ouvre rien.',
  todo: 'Vous pouvez importer tel quel. Ensuite, ouvrez le créneau, videz l’adresse du document et choisissez de nouveau le fichier.',
  document: (slot, title, url) => `Créneau « ${slot} », document « ${title} » : ${url}`,
  done: count =>
    plural('fr', count, {
      one: '# document nomme un fichier que ce séminaire n’a pas : les vérifications du programme disent lequel.',
      other:
        '# documents nomment des fichiers que ce séminaire n’a pas : les vérifications du programme disent lesquels.',
    }),
} satisfies Messages<typeof en>
