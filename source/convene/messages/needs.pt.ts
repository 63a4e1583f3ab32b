import type { Messages } from '#ground/languages/say.ts'
import type { en } from './needs.en.ts'

export const pt = {
  title: 'Do que você precisa',
  accessibility: 'Para acompanhar e circular',
  diet: 'Nas refeições',
  note: 'Com suas palavras',
  accessibilityNeeds: {
    'step-free': 'Um acesso sem degraus',
    'reserved-seat': 'Um assento reservado à frente ou perto da porta',
    'hearing-loop': 'Um aro magnético',
    'sign-language': 'Interpretação em língua de sinais (língua gestual)',
    captions: 'Legendas',
    'large-print': 'Documentos em letra grande (ampliada)',
    companion: 'Uma pessoa acompanhante',
  },
  diets: {
    vegetarian: 'Refeição vegetariana',
    vegan: 'Refeição vegana',
    halal: 'Refeição halal',
    kosher: 'Refeição kosher',
    'gluten-free': 'Sem glúten',
    'lactose-free': 'Sem lactose',
    'nut-allergy': 'Sem castanhas nem nozes (alergia)',
  },
} satisfies Messages<typeof en>
