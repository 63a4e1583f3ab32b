import type { Messages } from '#ground/languages/say.ts'
import type { en } from './needs.en.ts'

export const es = {
  title: 'Lo que usted necesita',
  accessibility: 'Para seguir la jornada y desplazarse',
  diet: 'En las comidas',
  note: 'Con sus palabras',
  accessibilityNeeds: {
    'step-free': 'Un acceso sin escalones',
    'reserved-seat': 'Un asiento reservado adelante o cerca de la puerta',
    'hearing-loop': 'Un bucle magnético',
    'sign-language': 'Interpretación en lengua de señas',
    captions: 'Subtítulos',
    'large-print': 'Documentos en letra grande',
    companion: 'Una persona acompañante',
  },
  diets: {
    vegetarian: 'Comida vegetariana',
    vegan: 'Comida vegana',
    halal: 'Comida halal',
    kosher: 'Comida kósher',
    'gluten-free': 'Sin gluten',
    'lactose-free': 'Sin lactosa',
    'nut-allergy': 'Sin frutos secos (alergia)',
  },
} satisfies Messages<typeof en>
