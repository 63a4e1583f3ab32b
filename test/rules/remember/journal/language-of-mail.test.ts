import { expect, test } from 'vitest'
import { languageOfMail } from '#remember/journal/rules/language-of-mail.ts'

test('a short mail tells its language by how it greets, a long one by its words', () => {
  expect(languageOfMail('Visita', 'Estimada Solène:\nConfirmo la visita en marzo.\nSaludos, Carmen')).toBe('es')
  expect(languageOfMail('Visita', 'Prezada Solène,\nconfirmo a visita em março.\nAtenciosamente, João')).toBe('pt')
  expect(languageOfMail('Visit', 'Dear Solène,\nvisit confirmed.\nKind regards, Ann')).toBe('en')
  expect(languageOfMail('Visite', 'Bonjour,\nvisite confirmée.\nCordialement, Jeanne')).toBe('fr')
  // Its words weigh more than a greeting in another language.
  expect(
    languageOfMail('', 'Bonjour Solène,\nadjunto el informe de la visita que hicimos con los equipos de la comuna.'),
  ).toBe('es')
  expect(languageOfMail('El acta de la reunión con los equipos', 'Adjunto.')).toBe('es')
  expect(languageOfMail('Termin', 'Passt. Uwe')).toBeNull()
  expect(languageOfMail('', 'Bonjour, hola')).toBeNull()
})
