export const en = {
  title: 'What you need',
  accessibility: 'To follow and move about',
  diet: 'At the meals',
  note: 'In your own words',
  accessibilityNeeds: {
    'step-free': 'Access without steps',
    'reserved-seat': 'A seat kept near the front or the door',
    'hearing-loop': 'A hearing loop',
    'sign-language': 'Sign language interpretation',
    captions: 'Captions',
    'large-print': 'Documents in large print',
    companion: 'A companion',
  },
  diets: {
    vegetarian: 'Vegetarian',
    vegan: 'Vegan',
    halal: 'Halal',
    kosher: 'Kosher',
    'gluten-free': 'Without gluten',
    'lactose-free': 'Without lactose',
    'nut-allergy': 'Without nuts (allergy)',
  },
}
