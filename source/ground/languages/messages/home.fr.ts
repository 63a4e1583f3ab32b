import type { Messages } from '../say.ts'
import type { en } from './home.en.ts'

export const fr = {
  title: 'Une action internationale qui survit au mandat',
  lead: 'Des collectivités nouent des partenariats, rejoignent des réseaux, mènent des projets à l’étranger. Tout cela porte ses fruits tant qu’une personne élue le défend ; puis vient l’alternance, et tout s’endort. Perenne garde ce qui relie un territoire au monde, et le transmet.',
  meanings: 'Sur ce site, « durable » veut dire « qui dure au-delà d’un mandat », et non « écologique ».',
  demo: {
    banner: (moment: string) =>
      `Démonstration – ici, nous sommes le ${moment}. Les personnes, les réponses et les territoires sont inventés.`,
    momentIn: (moment: string, city: string) => `${moment} à ${city}`,
    bannerLink: 'Suivre la visite',
    title: 'La démonstration',
    lead: 'Un vrai programme de 2018, des personnes inventées. Le logiciel, lui, est le vrai ; rien de ce que vous faites ici ne sort de cette machine.',
    personsTitle: 'Entrer en tant que…',
    personsText:
      'Un clic suffit pour se connecter. Déconnectez-vous en haut de n’importe quelle page pour revenir en simple visite.',
    enter: (name: string) => `Entrer en tant que ${name}`,
    momentsTitle: 'Choisir un moment',
    momentsText:
      'Chaque moment est une copie neuve : en choisir un efface ce qui a été fait auparavant, par vous ou par quelqu’un d’autre.',
    go: 'Reprendre ce moment à neuf',
    dropped: 'Voici une copie neuve. Ce qui avait été fait auparavant a disparu.',
    tourTitle: 'À essayer',
    tourSeminar: 'Le séminaire',
    tour: [
      'Lisez la page du séminaire dans les quatre langues, puis demandez une place.',
      'Entrez en tant qu’organisatrice : votre inscription figure dans la liste, et vous pouvez lire le courriel que vous auriez reçu.',
      'Entrez en tant que traducteur : voyez ce qui manque, modifiez un texte et ses traductions sont alors signalées comme à mettre à jour.',
    ],
    tourMemory: 'La mémoire d’une ville',
    memoryTour: [
      'Lisez ce que Brécourt-sur-Loire montre à tout le monde, puis cherchez « agua » : la réponse vient aussi des autres langues.',
      'Entrez en tant que Solène Gaudry, qui tient cette mémoire : qu’est-ce qui sommeille, qu’est-ce qui arrive à échéance, qui occupait quelle fonction en 2009 ?',
      'Importez le classeur d’exemple, corrigez ce qui est signalé, puis annulez l’import : il n’en reste rien.',
    ],
    seminar: 'Voir le séminaire',
    memory: 'Voir la mémoire',
    persons: {
      administrator: 'a installé Perenne et en prend soin',
      organiser: 'organise le séminaire, au bureau du réseau',
      translator: 'veille sur les quatre langues',
      steward: 'tiendra l’entrée le jour venu',
      evaluator: 'lit tout et ne change rien',
      keeper: 'tient la mémoire d’une ville, Brécourt-sur-Loire',
    },
    moments: {
      opening: {
        when: 'lundi 4 juin 2018, 9 h à Paris',
        what: 'Un mois d’inscriptions : 142 personnes ont leur place, 23 attendent, 11 demandes sont à examiner.',
      },
      'last-minute': {
        when: 'dimanche 17 juin 2018, 23 h 50 à Paris',
        what: 'La salle est pleine ; il reste dix minutes pour s’inscrire, sur la liste d’attente.',
      },
      closed: {
        when: 'mercredi 20 juin 2018, 10 h à Paris',
        what: 'Les inscriptions sont closes ; une place rendue va encore à la liste d’attente. Le programme définitif a paru, sans les quatre défauts que la vérification avait trouvés dans le provisoire.',
        changes: 'Ce qui a changé dans le programme, à ce moment-là',
      },
    },
    unknown: 'La démonstration ne connaît ni cette personne ni ce moment.',
  },
} satisfies Messages<typeof en>
