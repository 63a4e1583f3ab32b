/**
 * The files of the one style sheet, in the order in which the server joins them. `layers.css` comes first: it declares
 * the cascade layers, so that the order of the others decides nothing but reading.
 */
export const styleFiles: string[] = [
  'layers.css',
  'fonts.css',
  'tokens.css',
  'base.css',
  'frame.css',
  'layout.css',
  'forms.css',
  'form-parts.css',
  'tables.css',
  'parts.css',
  'programme.css',
  'timetable.css',
  'figures.css',
  'memory.css',
  'print.css',
]
