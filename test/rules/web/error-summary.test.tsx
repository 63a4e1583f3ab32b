import type { Child } from 'hono/jsx'
import { expect, test } from 'vitest'
import { locales } from '../../../source/ground/languages/locales.ts'
import { parts } from '../../../source/ground/languages/messages/parts.ts'
import { bindFields, FileField, Form, RadiosField, TextField } from '../../../source/ground/web/parts/form.tsx'

const same = 'Remplissez ce champ.'
const errors = { file: same, unseen: 'Ailleurs.', means: same, _form: 'Tout est à revoir.', object: same }
/** The lines of the summary as one hears them. */
const heard = (html: string) =>
  [...(/<ul>(.*?)<\/ul>/s.exec(html)?.[1] ?? '').matchAll(/<li>(.*?)<\/li>/gs)].map(([, line = '']) =>
    line.replaceAll(/<[^>]+>/g, ''),
  )

function form(children?: (field: ReturnType<typeof bindFields>) => Child) {
  const t = parts.fr
  const field = bindFields(t, {}, errors)
  return String(
    <Form t={t} action="/here" errors={errors}>
      {children?.(field) ?? (
        <>
          <TextField {...field('object')} label="Objet <b>" />
          <fieldset>
            <RadiosField {...field('means')} label="Comment" choices={[{ value: 'mail', label: 'Par courriel' }]} />
          </fieldset>
          <FileField {...field('file')} label="Fichier" />
        </>
      )}
    </Form>,
  )
}

test('the summary names each field, in the order of the form, though the errors came in another', () => {
  expect(heard(form())).toEqual([
    'Tout est à revoir.',
    `Objet &lt;b&gt; – ${same}`,
    `Comment – ${same}`,
    `Fichier – ${same}`,
    'Ailleurs.',
  ])
})

test('a sentence that names its field is not told twice what it is', () => {
  const said = (label: string, sentence: string) =>
    heard(
      String(
        <Form t={parts.fr} action="/here" errors={{ object: sentence }}>
          <TextField {...bindFields(parts.fr)('object')} label={label} />
        </Form>,
      ),
    )
  expect(said('Objet', 'Écrivez l’objet de l’accord.')).toEqual(['Écrivez l’objet de l’accord.'])
  expect(said('An', 'Dans ce champ, un nombre.')).toEqual(['An – Dans ce champ, un nombre.'])
})

test('each line leads to its field, and the fields stand in the form once, as they were', () => {
  const html = form()
  for (const name of ['object', 'means', 'file']) {
    expect(html).toContain(`<a href="#field-${name}">`)
    expect(html.match(new RegExp(`id="field-${name}"`, 'g'))).toHaveLength(1)
  }
  expect(html.indexOf('id="errors"')).toBeLessThan(html.indexOf('id="field-object"'))
})

test('two forms on a page keep to their own fields', () => {
  const one = form(field => <TextField {...field('object')} label="Ici" />)
  const other = form(field => <TextField {...field('object')} label="Là" />)
  expect(heard(one)[1]).toBe(`Ici – ${same}`)
  expect(heard(other)[1]).toBe(`Là – ${same}`)
})

test('a form without errors has no summary, in any language', () => {
  for (const locale of locales) {
    const html = String(
      <Form t={parts[locale]} action="/here">
        <TextField {...bindFields(parts[locale])('object')} label="Objet" />
      </Form>,
    )
    expect(html).not.toContain('id="errors"')
    expect(html).toContain('id="field-object"')
  }
})
