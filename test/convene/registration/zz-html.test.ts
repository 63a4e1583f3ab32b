import { writeFile, mkdir } from 'node:fs/promises'
import { HtmlValidate } from 'html-validate'
import { test } from 'vitest'
import { register } from '#convene/registration/index.ts'
import { mePath } from '#convene/registration/pages/me.tsx'
import { openTestHouse } from '../../support/house.ts'
import { answers, fields, makeSeminar, rooms, signedIn } from './support.ts'
test('html', async () => {
  const house = await openTestHouse(rooms)
  await house.setClock('2018-06-05T10:00:00Z')
  const seminar = await makeSeminar(house, { capacity: 1 })
  await register(house, answers(seminar, { email: 'first@example.org' }))
  const r = await register(house, answers(seminar, { email: 'second@example.org', country: 'FR' }))
  const { cookie } = await signedIn(house, 'organiser', seminar.id)
  const sent = await house.send(`/fr/seminars/${seminar.slug}/register`, fields({ email: 'q@example.org' }))
  const pages: Record<string, Response> = {
    form: await house.ask(`/fr/seminars/${seminar.slug}/register`),
    errors: await house.send(`/fr/seminars/${seminar.slug}/register`, { givenName: 'x' }),
    receipt: await house.ask(sent.headers.get('location') ?? ''),
    me: await house.ask(`/fr${mePath(house.keys, 'id' in r ? r.id : '')}`),
    list: await house.ask(`/fr/desk/seminars/${seminar.slug}/registrations`, { headers: { cookie } }),
    desk: await house.ask(`/fr/desk`, { headers: { cookie } }),
    overview: await house.ask(`/fr/desk/seminars/${seminar.slug}`, { headers: { cookie } }),
  }
  const v = new HtmlValidate({ extends: ['html-validate:recommended'] })
  await mkdir('/tmp/reghtml', { recursive: true })
  const css = await (await house.ask(/href="(\/assets\/perenne[^"]+)"/.exec(await pages.form!.clone().text())?.[1] ?? '')).text()
  await writeFile('/tmp/reghtml/style.css', css)
  for (const [name, res] of Object.entries(pages)) {
    const html = await res.text()
    await writeFile(`/tmp/reghtml/${name}.html`, html.replace(/\/assets\/perenne[^"]+/, 'style.css'))
    const rep = await v.validateString(html)
    const seen = new Set<string>()
    for (const m of rep.results[0]?.messages ?? []) { const k = `${m.ruleId} ${m.message}`; if (!seen.has(k)) { seen.add(k); console.log(name, res.status, k, m.selector) } }
  }
  await house.close()
})
