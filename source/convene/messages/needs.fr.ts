import type { Messages } from '#ground/languages/say.ts'
import type { en } from './needs.en.ts'

export const fr = {
  title: 'Ce dont vous avez besoin',
  accessibility: 'Pour suivre et vous déplacer',
  diet: 'Pour les repas',
  note: 'Avec vos mots',
  accessibilityNeeds: {
    'step-free': 'Un accès sans marches',
    'reserved-seat': 'Un siège gardé à l’avant ou près de la porte',
    'hearing-loop': 'Une boucle magnétique',
    'sign-language': 'Une interprétation en langue des signes',
    captions: 'Des sous-titres',
    'large-print': 'Des documents en gros caractères',
    companion: 'Une personne accompagnante',
  },
  diets: {
    vegetarian: 'Végétarien',
    vegan: 'Végane',
    halal: 'Halal',
    kosher: 'Casher',
    'gluten-free': 'Sans gluten',
    'lactose-free': 'Sans lactose',
    'nut-allergy': 'Sans fruits à coque (allergie)',
  },
} satisfies Messages<typeof en>
