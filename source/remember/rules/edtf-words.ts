// Months and days as people name them, in all four languages at once; without capitals and accents.

const months: readonly (readonly string[])[] = [
  ['janvier', 'janv', 'enero', 'ene', 'janeiro', 'january', 'jan'],
  ['fevrier', 'fevr', 'fev', 'febrero', 'fevereiro', 'february', 'feb'],
  ['mars', 'marzo', 'marco', 'march', 'mar'],
  ['avril', 'avr', 'abril', 'abr', 'april', 'apr'],
  ['mai', 'mayo', 'may', 'maio'],
  ['juin', 'junio', 'junho', 'june', 'jun'],
  ['juillet', 'juil', 'julio', 'julho', 'july', 'jul'],
  ['aout', 'agosto', 'ago', 'august', 'aug'],
  ['septembre', 'septiembre', 'setiembre', 'setembro', 'september', 'sept', 'sep', 'set'],
  ['octobre', 'octubre', 'outubro', 'october', 'oct', 'out'],
  ['novembre', 'noviembre', 'novembro', 'november', 'nov'],
  ['decembre', 'dec', 'diciembre', 'dic', 'dezembro', 'dez', 'december'],
]
const monthNamed = new Map(months.flatMap((names, index) => names.map(name => [name, index + 1] as const)))

/** A month by its name or how it is shortened; undefined for any other word. */
export const monthOf = (name: string | undefined): number | undefined => monthNamed.get(name ?? '')

const days: readonly (readonly [from: number, names: readonly string[]])[] = [
  [0, ["aujourd'hui", 'ce jour', 'hoy', 'hoje', 'today']],
  [-1, ['hier', 'ayer', 'ontem', 'yesterday']],
  [-2, ['avant-hier', 'avant hier', 'anteayer', 'antes de ayer', 'antier', 'anteontem', 'the day before yesterday']],
  [1, ['demain', 'manana', 'amanha', 'tomorrow']],
  [2, ['apres-demain', 'apres demain', 'pasado manana', 'depois de amanha', 'the day after tomorrow']],
]
const dayNamed = new Map(days.flatMap(([from, names]) => names.map(name => [name, from] as const)))

/** A day that is said from another one, as so many days from it: `hier` is -1; undefined for any other words. */
export const daysFrom = (words: string): number | undefined => dayNamed.get(words)

/** “1er”, “1.º”, “3rd”: what follows the number of a day. */
export const ordinal = String.raw`(?:er|\.?[oº°]|st|nd|rd|th)?`
