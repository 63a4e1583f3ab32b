import { expect, test } from 'vitest'
import { troublesOf } from './support/browser.ts'
import { openJourney, server, signIn } from './support/journey.ts'
import { problemsOf } from './support/page-checks.ts'

openJourney()

const memory = '/territories/brecourt-sur-loire'

test('a contact is written down on a telephone, without JavaScript, in three taps and one line', async () => {
  const page = await signIn('keeper', { locale: 'fr', javaScript: false, width: 320, scheme: 'dark' })
  page.setDefaultTimeout(15_000)
  await page.goto(`${server.origin}/fr${memory}/journal`)
  const taps = { count: 0 }
  const tap = async (what: ReturnType<typeof page.locator>) => {
    taps.count += 1
    await what.click()
  }
  await tap(page.getByRole('link', { name: 'Noter un contact' }))
  // What there is to fill in: everything else is chosen already, or folded, or may wait.
  const toFill: (string | null)[] = []
  for (const field of await page.locator('main form [required]:visible').all())
    if ((await field.inputValue()) === '') toFill.push(await field.getAttribute('name'))
  expect(toFill).toEqual(['title'])
  expect(await page.getByLabel('Rencontre').isChecked()).toBe(true)
  await page.getByLabel('Ce qui s’est passé, en une ligne').fill('Point sur le jardin partagé')
  const near = page.locator('main fieldset').filter({ hasText: 'Avec qui, à quel sujet' }).getByRole('checkbox')
  expect(await near.count()).toBeGreaterThan(2)
  // A thumb finds it: 24 CSS pixels at least (WCAG 2.2, 2.5.8).
  for (const choice of await page.locator('.big-choices .choice').all())
    expect((await choice.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(44)
  await tap(near.first())
  await tap(page.getByRole('button', { name: 'Noter', exact: true }))
  expect(taps.count).toBe(3)
  await page.waitForURL(/journal\?written=/)
  const note = page.locator('.note.success')
  expect(await note.innerText()).toMatch(/C’est noté\s+Point sur le jardin partagé/)
  expect(await page.locator('main table').innerText()).toContain('Point sur le jardin partagé')

  // Taken back, and written once more with a promise.
  await page.getByRole('button', { name: 'Annuler la saisie' }).click()
  await page.waitForURL(/journal$/)
  expect(await page.locator('main table').innerText()).not.toContain('Point sur le jardin partagé')
  await page.getByRole('link', { name: 'Noter un contact' }).click()
  await page.locator('.big-choices label', { hasText: 'Appel' }).click()
  expect(await page.getByLabel('Appel').isChecked()).toBe(true)
  await page.getByLabel('Ce qui s’est passé, en une ligne').fill('Appel au cabinet de la mairie')
  await page.getByText('Quelque chose a été promis').click()
  await page.getByLabel('Nous le devons').check()
  await page.getByRole('button', { name: 'Noter', exact: true }).click()
  // Said beside the field, and nothing is lost.
  expect(await page.getByRole('alert').innerText()).toContain('Remplissez ce champ.')
  expect(await page.getByLabel('Ce qui s’est passé, en une ligne').inputValue()).toBe('Appel au cabinet de la mairie')
  await page.getByLabel('Ce qui a été promis').fill('Renvoyer le calendrier')
  await page.getByRole('button', { name: 'Noter', exact: true }).click()
  await page.waitForURL(/journal\?written=/)

  await page.goto(`${server.origin}/fr${memory}/commitments`)
  await page.getByRole('button', { name: 'C’est tenu : Renvoyer le calendrier' }).click()
  await page.waitForURL(/commitments$/)
  expect(await page.locator('main').innerText()).toContain('C’est clos.')
  await page.goto(`${server.origin}/fr${memory}/commitments?state=kept`)
  expect(await page.locator('main table').innerText()).toContain('Renvoyer le calendrier')
  expect(troublesOf(page)).toEqual([])
})

test('the entry is completed later; a mail is dropped and becomes a draft', async () => {
  const page = await signIn('keeper', { locale: 'es', width: 320, scheme: 'dark' })
  page.setDefaultTimeout(15_000)
  await page.goto(`${server.origin}/es${memory}/journal/mail`)
  const buffer = Buffer.from(
    'From: Alguien <alguien@lejos.example>\r\nSubject: Agenda de la visita\r\nDate: Mon, 28 May 2018 10:00:00 +0000\r\nMessage-ID: <agenda@lejos.example>\r\n\r\nLlegamos el lunes.\r\n',
  )
  await page.getByLabel('El correo (.eml)').setInputFiles({ name: 'agenda.eml', mimeType: 'message/rfc822', buffer })
  await page.getByRole('button', { name: 'Tomar el correo' }).click()
  await page.waitForURL(/\/journal\/[0-9a-f-]{36}\/edit$/)
  expect(await page.getByLabel('Qué', { exact: true }).inputValue()).toBe('Agenda de la visita')
  expect(await problemsOf(page)).toEqual([])
  await page.getByLabel('Lugar').fill('Sala del consejo')
  await page.getByRole('button', { name: 'Guardar' }).click()
  await page.waitForURL(/\/journal\/[0-9a-f-]{36}$/)
  expect(await page.locator('main').innerText()).toMatch(
    /28\sde\smayo\sde\s2018[\s\S]*Sala del consejo[\s\S]*Llegamos el lunes/,
  )
  expect(await problemsOf(page)).toEqual([])
  // What is no mail is answered in words.
  await page.goto(`${server.origin}/es${memory}/journal/mail`)
  await page
    .getByLabel('El correo (.eml)')
    .setInputFiles({ name: 'x.eml', mimeType: 'message/rfc822', buffer: Buffer.from('nada') })
  await page.getByRole('button', { name: 'Tomar el correo' }).click()
  expect(await page.getByRole('alert').innerText()).toContain('No es un correo que se pueda leer.')
  expect(await problemsOf(page)).toEqual([])
  expect(troublesOf(page).filter(trouble => !/422/.test(String(trouble)))).toEqual([])
})

test('the short form and its errors pass the checks, wide and narrow', async () => {
  for (const view of [
    { locale: 'pt', width: 1280, scheme: 'light' },
    { locale: 'en', width: 320, scheme: 'dark' },
  ] as const) {
    const page = await signIn('keeper', view)
    page.setDefaultTimeout(15_000)
    await page.goto(`${server.origin}/${view.locale}${memory}/journal/new`)
    await page.locator('main form button').click()
    expect(await page.getByRole('alert').count()).toBe(1)
    expect(await problemsOf(page)).toEqual([])
  }
})
