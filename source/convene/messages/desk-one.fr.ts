import { plural } from '#ground/languages/say.ts'
import type { en } from './desk-one.en.ts'

export const fr: typeof en = {
  write: 'Écrire à cette personne',
  priorityBefore:
    'De −100 à 100 ; 0 pour la plupart. Elle compte une fois la demande approuvée, s’il n’y a alors plus de place',
  noPlaceLost: {
    refuse: 'Aucune de ces personnes n’a de place. Chacune le lit dans un courriel, avec votre motif.',
    cancel: 'Aucune de ces personnes n’a de place. Chacune le lit dans un courriel.',
  },
  over: 'Le séminaire est terminé : ses inscriptions restent telles quelles.',
  overLeft: count =>
    plural('fr', count, {
      one: 'Le séminaire est terminé : # inscription est restée telle quelle.',
      other: 'Le séminaire est terminé : # inscriptions sont restées telles quelles.',
    }),
  overPriority:
    'Le séminaire est terminé : la liste d’attente ne donne plus de place à personne. Rien n’a été modifié.',
  contact: {
    link: 'Corriger le nom, l’adresse ou la langue',
    lead: 'Le séminaire est terminé. Vous pouvez encore corriger le nom de la personne, son adresse et sa langue, pour que les lettres de participation et les courriels lui parviennent.',
    address:
      'Si vous changez l’adresse, la lettre de participation et les courriels qui ne sont pas arrivés repartent vers la nouvelle ; le lien personnel envoyé à l’ancienne ne fonctionne alors plus.',
    rest: 'Ce qui reste tel quel',
    why: 'La place a été donnée d’après ces réponses, et les statistiques les comptent : une fois le séminaire terminé, elles ne changent plus.',
    only: 'Le séminaire s’est terminé depuis que vous avez ouvert ce formulaire : seuls les noms, l’adresse et la langue peuvent encore être corrigés. Rien n’est encore enregistré.',
  },
}
