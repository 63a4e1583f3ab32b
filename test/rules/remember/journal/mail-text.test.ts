import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordsOfMail } from '../../../../source/remember/journal/rules/mail-text.ts'

const own = 'Bonjour,\n\nLe rapport suit lundi.\n\nInés'

describe('what a mail repeats of others is left out', () => {
  it.each([
    ['French, quoted', 'Le lun. 4 juin 2018 à 10:02, Paul <paul@exemple.fr> a écrit :\n\n> Et le rapport ?\n> Paul'],
    [
      'French, broken over two lines',
      'Le lun. 4 juin 2018 à 10:02, Paul Très Long <\npaul@exemple.fr> a écrit :\n> Et ?',
    ],
    ['English', 'On Mon, Jun 4, 2018 at 10:02 AM Paul <paul@example.org> wrote:\n> And?\n>> Before that'],
    ['Spanish', 'El lun, 4 jun 2018 a las 10:02, Paul (<paul@example.org>) escribió:\n\n> ¿Y el informe?'],
    ['Portuguese', 'Em seg., 4 de jun. de 2018 às 10:02, Paul <paul@example.org> escreveu:\n> E o relatório?'],
    ['without marks', 'On 4 June 2018, at 10:02, Paul <paul@example.org> wrote:\n\nAnd the report?\nPaul'],
    ['Outlook, English', '-----Original Message-----\nFrom: Paul\nSent: Monday\nTo: Inés\nSubject: Report\n\nAnd?'],
    [
      'Outlook, French',
      '________________________________\nDe : Paul <p@x>\nEnvoyé : lundi 4 juin 2018\nÀ : Inés\nObjet : Rapport\n\nEt ?',
    ],
    ['Outlook, Spanish', 'De: Paul <p@x>\nEnviado el: lunes\nPara: Inés\nAsunto: Informe\n\n¿Y?'],
    ['Outlook, Portuguese', 'De: Paul <p@x>\nEnviada em: segunda\nPara: Inés\nAssunto: Relatório\n\nE?'],
    ['forwarded', '---------- Forwarded message ---------\nFrom: Paul\n\nAnd?'],
    ['a signature', '-- \nInés Almeida\nVille de Brécourt'],
    ['a telephone', 'Envoyé de mon iPhone'],
    ['a signature under a quote', 'On 4 June 2018, Paul <p@x> wrote:\n> And?\n\n-- \nInés'],
  ])('%s', (_, history) => {
    expect(wordsOfMail(`${own}\n\n${history}\n`)).toEqual({ text: own, cut: true })
  })

  it('leaves a mail as it is that repeats nothing', () => {
    expect(wordsOfMail(`${own}\r\n`)).toEqual({ text: own, cut: false })
    const talk = 'Le maire a écrit :\nnous viendrons.\n\nDe : Brécourt, nous partons à huit heures.'
    expect(wordsOfMail(talk)).toEqual({ text: talk, cut: false })
  })

  it('keeps answers with what they answer', () => {
    const between = 'On 4 June 2018, Paul <p@x> wrote:\n> Who comes?\nThe mayor.\n> When?\nOn Monday.'
    expect(wordsOfMail(between)).toEqual({ text: between, cut: false })
  })

  it('keeps what is forwarded when nothing else is said', () => {
    const forwarded = '---------- Forwarded message ---------\nFrom: Paul\n\nAnd?'
    expect(wordsOfMail(forwarded)).toEqual({ text: forwarded, cut: false })
  })

  it('loses no word of any text without marks, ends on a long one, and says whether it cut', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z ]{0,30}$/), { maxLength: 40 }), lines => {
        const { text, cut } = wordsOfMail(lines.join('\n'))
        expect(cut).toBe(false)
        expect(text.split(/\s+/).filter(Boolean)).toEqual(lines.join('\n').split(/\s+/).filter(Boolean))
      }),
    )
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), any => {
        const { text, cut } = wordsOfMail(any)
        expect(any.trim() !== '' && text === '').toBe(false)
        expect(cut).toBe(text.replace(/\s/g, '') !== any.replace(/\s/g, ''))
      }),
    )
    const began = performance.now()
    wordsOfMail('On 4 wrote '.repeat(90_000))
    wordsOfMail('On\n'.repeat(300_000))
    wordsOfMail('>\n'.repeat(500_000))
    wordsOfMail(' '.repeat(1_000_000))
    expect(performance.now() - began).toBeLessThan(5000)
  })
})
