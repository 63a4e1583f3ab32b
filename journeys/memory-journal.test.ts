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
  for (const field of await page.locator('main form.form [required]:visible').all())
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
  await page.getByLabel('Nous', { exact: true }).check()
  await page.getByRole('button', { name: 'Noter', exact: true }).click()
  // Said beside the field, and nothing is lost.
  expect(await page.getByRole('alert').innerText()).toContain('Remplissez ce champ.')
  expect(await page.getByLabel('Ce qui s’est passé, en une ligne').inputValue()).toBe('Appel au cabinet de la mairie')
  await page.getByLabel('Ce qui a été promis').fill('Renvoyer le calendrier')
  await page.getByRole('button', { name: 'Noter', exact: true }).click()
  await page.waitForURL(/journal\?written=/)

  await page.goto(`${server.origin}/fr${memory}/commitments`)
  await page.getByRole('button', { name: 'Noter comme tenu : Renvoyer le calendrier' }).click()
  await page.waitForURL(/commitments$/)
  expect(await page.locator('main').innerText()).toContain('C’est clos.')
  await page.goto(`${server.origin}/fr${memory}/commitments?state=kept`)
  expect(await page.locator('main table').innerText()).toContain('Renvoyer le calendrier')
  expect(troublesOf(page)).toEqual([])
})

test('a mail is dropped in, waits, is gone on with and becomes an entry with a document; without JavaScript', async () => {
  const page = await signIn('keeper', { locale: 'es', javaScript: false, width: 320, scheme: 'dark' })
  page.setDefaultTimeout(15_000)
  await page.goto(`${server.origin}/es${memory}/journal/mail`)
  const content = [
    'From: Alguien <alguien@lejos.example>',
    'Subject: Agenda de la visita',
    'Date: Mon, 28 May 2018 10:00:00 +0000',
    'Message-ID: <agenda@lejos.example>',
    'Content-Type: multipart/mixed; boundary=x',
    '',
    '--x\r\nContent-Type: text/plain\r\n\r\nLlegamos el lunes.\r\n\r\nOn 4 May 2018, X <x@y.example> wrote:\r\n> Entonces?',
    '--x\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=agenda.txt\r\n\r\nLunes: llegada',
    '--x--',
  ].join('\r\n')
  const buffer = Buffer.from(content)
  await page.getByLabel('El correo (.eml)').setInputFiles({ name: 'agenda.eml', mimeType: 'message/rfc822', buffer })
  await page.getByRole('button', { name: 'Continuar' }).click()
  await page.waitForURL(/\/journal\/mail\/[0-9a-f-]{36}$/)
  // Nothing is lost by going away.
  await page.goto(`${server.origin}/es${memory}/journal`)
  await page.getByRole('link', { name: /^Continuar/ }).click()
  expect(await page.getByLabel('Qué', { exact: true }).inputValue()).toBe('Agenda de la visita')
  expect(await page.getByLabel('Qué se dijo y decidió').inputValue()).toBe('Llegamos el lunes.')
  await page.getByLabel('Lugar').fill('Sala del consejo')
  expect(await page.getByLabel(/^agenda\.txt/).isChecked()).toBe(true)
  await page.getByLabel('Categoría de agenda.txt').selectOption('B03')
  await page.getByRole('button', { name: 'Anotar' }).click()
  await page.waitForURL(/\/journal\/[0-9a-f-]{36}$/)
  expect(await page.locator('main').innerText()).toMatch(
    /28\sde\smayo\sde\s2018[\s\S]*Sala del consejo[\s\S]*Llegamos el lunes/,
  )
  expect(await page.locator('body').innerText()).toContain('Un archivo adjunto se conserva como documento.')
  // What is no mail is answered in words.
  await page.goto(`${server.origin}/es${memory}/journal/mail`)
  await page
    .getByLabel('El correo (.eml)')
    .setInputFiles({ name: 'x.eml', mimeType: 'message/rfc822', buffer: Buffer.from('nada') })
  await page.getByRole('button', { name: 'Continuar' }).click()
  expect(await page.getByRole('alert').innerText()).toContain('No es un correo que se pueda leer.')
  expect(troublesOf(page).filter(trouble => !/422/.test(String(trouble)))).toEqual([])
})

test('without a network nothing that was typed is lost: it waits, goes by itself, and goes once', async () => {
  const page = await signIn('keeper', { locale: 'fr', width: 390 })
  page.setDefaultTimeout(15_000)
  const form = `${server.origin}/fr${memory}/journal/new`
  const what = page.getByLabel('Ce qui s’est passé, en une ligne')
  const save = page.getByRole('button', { name: 'Noter', exact: true })
  const rows = (title: string) => page.locator('main table tbody tr', { hasText: title }).count()
  await page.goto(form)
  await page.locator('.big-choices label', { hasText: 'Appel' }).click()
  await what.fill('Appel depuis le train')
  await page.context().setOffline(true)
  await save.click()
  const status = page.locator('kept-form [role=status]')
  await status.getByText('Il n’y a pas de réseau').waitFor()
  expect(await what.inputValue()).toBe('Appel depuis le train')
  await page.context().setOffline(false)
  await page.waitForURL(/journal\?written=/)
  expect(await rows('Appel depuis le train')).toBe(1)
  // What was sent is not brought back.
  await page.goto(form)
  await page.waitForLoadState('networkidle')
  expect(await what.inputValue()).toBe('')
  expect(await page.getByLabel('Rencontre').isChecked()).toBe(true)

  // A network that is there and leads nowhere: the browser’s own page comes, and the form is back as it was typed.
  await what.fill('Rencontre au port')
  await page.getByText('Quelque chose a été promis').click()
  await page.getByLabel('Nous', { exact: true }).check()
  await page.getByLabel('Ce qui a été promis').fill('Envoyer la photo')
  await page.route('**/journal/new', route => (route.request().method() === 'POST' ? route.abort() : route.continue()))
  await save.click()
  await page.waitForURL('chrome-error://chromewebdata/')
  await page.unroute('**/journal/new')
  await page.goto(form)
  await status.getByText('est revenu').waitFor()
  expect(await what.inputValue()).toBe('Rencontre au port')
  expect(await page.getByLabel('Ce qui a été promis').inputValue()).toBe('Envoyer la photo')
  expect(await page.getByLabel('Ce qui a été promis').isVisible()).toBe(true)
  expect(await page.getByLabel('Nous', { exact: true }).isChecked()).toBe(true)
  expect(await problemsOf(page)).toEqual([])
  await save.click()
  await page.waitForURL(/journal\?written=/)
  expect(await rows('Rencontre au port')).toBe(1)

  // The answer got lost, not what was sent: the form that comes back is known to have arrived.
  await page.goto(form)
  await what.fill('Arrivé sans réponse')
  await page.route('**/journal/new', async route => {
    if (route.request().method() !== 'POST') return route.continue()
    await route.fetch({ maxRedirects: 0 })
    return route.abort()
  })
  await save.click()
  await page.waitForURL('chrome-error://chromewebdata/')
  await page.unroute('**/journal/new')
  await page.goto(form)
  await page.waitForLoadState('networkidle')
  expect(await what.inputValue()).toBe('')
  await page.goto(`${server.origin}/fr${memory}/journal`)
  expect(await rows('Arrivé sans réponse')).toBe(1)

  // Left and opened again it is there; given up it is not.
  await page.goto(form)
  await what.fill('Laissé en route')
  await page.goto(`${server.origin}/fr${memory}`)
  // From the page of a partner it is another form: nothing of this one is ticked or typed there.
  await page.goto(`${form}?about=relationship:00000000-0000-4000-8000-000000000000`)
  await page.waitForLoadState('networkidle')
  expect(await what.inputValue()).toBe('')
  await page.goto(form)
  await page.getByRole('button', { name: 'Recommencer à zéro' }).click()
  await expect.poll(() => what.inputValue()).toBe('')
  // So are the words of somebody who remembers, taken down in a note.
  const note = `${server.origin}/fr${memory}/notes/new`
  await page.goto(note)
  await page.locator('textarea[name=body]').fill('En 1987, tout a commencé par un concert.')
  await page.goto(`${server.origin}/fr${memory}`)
  await page.goto(note)
  await expect
    .poll(() => page.locator('textarea[name=body]').inputValue())
    .toBe('En 1987, tout a commencé par un concert.')
  await page.goto(form)
  await what.fill('Abandonné')
  await page.locator('main form.form').getByRole('link', { name: 'Annuler' }).click()
  await page.goto(form)
  expect(await what.inputValue()).toBe('')
})

test('the form of a mail is kept as somebody types, and when they leave', async () => {
  const page = await signIn('keeper', { locale: 'fr', width: 390 })
  page.setDefaultTimeout(15_000)
  await page.goto(`${server.origin}/fr${memory}/journal/mail`)
  const content = 'From: Ana <ana@loin.example>\r\nSubject: Garder\r\nMessage-ID: <garder@loin.example>\r\n\r\nBonjour.'
  await page
    .getByLabel('Le courriel (.eml)')
    .setInputFiles({ name: 'g.eml', mimeType: 'message/rfc822', buffer: Buffer.from(content) })
  await page.getByRole('button', { name: 'Continuer' }).click()
  await page.waitForURL(/\/journal\/mail\/[0-9a-f-]{36}$/)
  const address = page.url()
  const place = page.getByLabel('Lieu')
  await place.fill('À la mairie')
  await page
    .locator('kept-form')
    .getByText(/Gardé avec le courriel à \d{2}:\d{2}/)
    .waitFor()
  // Left at once, nothing waits for the pause in which it would have been kept.
  await place.fill('À la mairie, salle B')
  await page.goto(`${server.origin}/fr${memory}/journal`)
  const elsewhere = await signIn('keeper', { locale: 'fr', javaScript: false })
  await expect
    .poll(async () => {
      await elsewhere.goto(address)
      return elsewhere.getByLabel('Lieu').inputValue()
    })
    .toBe('À la mairie, salle B')
  await elsewhere.getByRole('button', { name: 'Garder pour plus tard' }).click()
  await elsewhere.waitForURL(/journal$/)
  await page.goto(address)
  expect(await place.inputValue()).toBe('À la mairie, salle B')
  expect(await problemsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Noter', exact: true }).click()
  await page.waitForURL(/\/journal\/[0-9a-f-]{36}$/)
  expect(await page.locator('main').innerText()).toContain('À la mairie, salle B')
})

test('the short form and its errors pass the checks, wide and narrow', async () => {
  for (const view of [
    { locale: 'pt', width: 1280, scheme: 'light' },
    { locale: 'en', width: 320, scheme: 'dark' },
  ] as const) {
    const page = await signIn('keeper', view)
    page.setDefaultTimeout(15_000)
    await page.goto(`${server.origin}/${view.locale}${memory}/journal/new`)
    await page.locator('main form.form button').click()
    expect(await page.getByRole('alert').count()).toBe(1)
    expect(await problemsOf(page)).toEqual([])
  }
})
