import { describe, expect, test } from 'vitest'
import { locales } from '../../../../source/ground/languages/locales.ts'
import { projectsWords } from '../../../../source/remember/messages/projects.ts'
import { choiceLabel, choiceLabels, choiceWords } from '../../../../source/remember/sheets/acts/words.ts'
import { otherWords } from '../../../../source/remember/sheets/rules/choice-words.ts'
import { type ChoiceList, choiceLists } from '../../../../source/remember/sheets/rules/kinds.ts'
import { fold, readCell } from '../../../../source/remember/sheets/rules/values.ts'

const read = (list: ChoiceList, typed: string) =>
  readCell({ type: 'choice', list }, { text: typed, kind: 'text' }, choiceWords)

describe('the words of lists', () => {
  test.each(choiceLists)(
    '%s: each label of the pages, in each language, however it is typed, is its own value',
    list => {
      for (const { value, label } of choiceWords[list].slice(0, -otherWords(list).length))
        for (const typed of [label, label.toUpperCase(), ` ${label.normalize('NFD')} `, label.replaceAll('’', "'")])
          expect([typed, read(list, typed)]).toEqual([typed, { value }])
    },
  )

  test.each(choiceLists)('%s: no word stands for two values, and each is folded as cells are', list => {
    const meant = new Map<string, string>()
    for (const { value, label } of otherWords(list)) {
      expect(fold(label)).toBe(label)
      expect([label, meant.get(label) ?? value]).toEqual([label, value])
      meant.set(label, value)
    }
  })

  test('a project’s state has the words of the projects’ pages', () => {
    for (const locale of locales) {
      expect(choiceLabels(locale, 'status')).toEqual(Object.values(projectsWords[locale].statuses))
      for (const value of [1, 2, 3, 4, 5, 6] as const)
        expect(choiceLabel(locale, 'status', String(value))).toBe(projectsWords[locale].statuses[value])
    }
  })

  test.each([
    ['status', '4', ['clos', 'Clôturé', 'cerrado', 'Cerrada', 'encerrado', 'concluída', 'closed', 'terminé']],
    ['status', '5', ['annulé', 'Annulée', 'cancelado', 'anulado', 'Cancelled', 'abandonné', 'abandonado']],
    ['status', '1', ['prévu', 'En préparation', 'previsto', 'planejado', 'planned', 'en formulación']],
    ['status', '2', ['en cours', 'en ejecución', 'em andamento', 'under way', 'vigente']],
    ['status', '3', ['en finalisation', 'en proceso de cierre', 'em conclusão', 'finishing']],
    ['status', '6', ['suspendu', 'en pausa', 'adiado', 'on hold', 'Postergado']],
    ['relationship', 'triangular', ['cooperação triangular', 'Cooperación Sur-Sur', 'coopération tripartite']],
    [
      'relationship',
      'network',
      ['participação em rede', 'membresía', 'adhésion', 'network member', 'adesão a uma rede'],
    ],
    ['relationship', 'declaration', ['declaration', 'declaración', 'declaração', 'déclaration commune']],
    ['relationship', 'twinning', ['ville jumelée', 'ciudades hermanas', 'cidade-irmã', 'geminação', 'sister city']],
    ['agreement', 'addendum', ['aditivo', 'Termo aditivo', 'adenda', 'Avenant n° 1', 'otrosí', 'amendment']],
    ['agreement', 'letter', ['Lettre d’intention', 'carta de intenciones', 'carta de intenções', 'letter of intent']],
    [
      'renewal',
      'indefinite',
      ['plazo indefinido', 'prazo indeterminado', 'durée indéterminée', 'sans terme', 'open-ended'],
    ],
    ['renewal', 'tacit', ['tacite reconduction', 'renovación automática', 'renovação tácita', 'automatic renewal']],
    ['renewal', 'none', ['non renouvelable', 'sin prórroga', 'prazo determinado', 'fixed-term']],
    ['organisation', 'local-government', ['collectivité locale', 'alcaldía', 'prefeitura', 'city council', 'Ville']],
    ['organisation', 'service', ['setor próprio', 'Direction', 'área municipal', 'own service']],
    ['organisation', 'international', ['Nations unies', 'organismo multilateral', 'União Europeia', 'UN agency']],
    ['interaction', 'meeting', ['réunion', 'videollamada', 'encontro', 'video call', 'Copil']],
    ['circle', '0', ['confidentiel', 'uso interno', 'sigiloso', 'internal only']],
    ['yes', 'yes', ['oui', 'Sí', 'sim', 'yes', 'x']],
  ] as const)('%s %s is what offices write for it', (list, value, typed) => {
    for (const one of typed) expect([one, read(list, one)]).toEqual([one, { value }])
  })

  test('a word and more than it is read with a remark; what could be two, or nothing, is not guessed', () => {
    expect(read('relationship', 'jumelage (2 villes)')).toEqual({
      value: 'twinning',
      remark: { code: 'like', detail: 'twinning' },
    })
    expect(read('status', 'terminee')).toEqual({ value: '4' })
    expect(read('status', 'terminésé')).toMatchObject({ value: '4', remark: { code: 'like' } })
    expect(read('relationship', 'jumelage et coopération')).toMatchObject({ error: 'choice' })
    expect(read('renewal', 'renouvelable')).toMatchObject({ error: 'choice' })
    expect(read('status', 'zzzz')).toEqual({ error: 'choice', suggestion: null })
    expect(read('organisation', `ville ${'x'.repeat(100)}`)).toMatchObject({ error: 'choice' })
  })
})
