import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { AxeBuilder } from '@axe-core/playwright'
import type { AxeResults, RunOptions } from 'axe-core'
import { HtmlValidate, StaticConfigLoader } from 'html-validate'
import type { Page } from 'playwright-core'
import { troublesOf } from './browser.ts'

const options: RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  // Every rule runs all the same; only the places that are in order need no description each.
  resultTypes: ['violations'],
}

type Looked = { violations: AxeResults['violations']; passed: number }

// The copy of axe that its builder has, without the white space.
const requireAsAxe = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'))
const axeSource = readFileSync(requireAsAxe.resolve('axe-core/axe.min.js'), 'utf8')

// The builder opens a second page for each look, to put the frames of the first together: three times the work, for
// nothing on a page that has no frame.
async function lookAt(page: Page): Promise<Looked> {
  if (page.frames().length > 1) {
    const { violations, passes } = await new AxeBuilder({ page, axeSource }).options(options).analyze()
    return { violations, passed: passes.length }
  }
  if ((await page.evaluate('typeof axe')) === 'undefined') await page.evaluate(axeSource)
  // What is in order is counted over there: to bring its list over takes a third of the time.
  return page.evaluate(
    `axe.run(document, ${JSON.stringify(options)}).then(({ violations, passes }) => ({ violations, passed: passes.length }))`,
  ) as Promise<Looked>
}

/** What axe finds against WCAG 2.2 A and AA: one line for each rule, with the first places. Empty when nothing. */
export async function axe(page: Page): Promise<string[]> {
  const { violations, passed } = await lookAt(page)
  // A page on which no rule applied was not looked at.
  if (passed === 0) return [`axe looked at nothing on ${page.url()}`]
  return violations.map(({ id, help, nodes }) => {
    const places = nodes.slice(0, 3).map(node => node.target.join(' '))
    return `axe ${id}: ${help} (${nodes.length}×: ${places.join(' | ')})`
  })
}

/** What makes the page wider than its window: the outermost boxes that stick out, or nothing. */
export async function noSidewaysScroll(page: Page): Promise<string[]> {
  // A string: the browser has types of its own, which the server's code does not.
  return page.evaluate(`(() => {
    const width = document.documentElement.clientWidth
    const scrolls = document.documentElement.scrollWidth
    if (scrolls <= width) return []
    const wide = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > width + 1)
    const names = wide.slice(0, 3).map(e => e.tagName.toLowerCase() + (e.className ? '.' + e.className : ''))
    return ['scrolls sideways: ' + scrolls + ' px wide in ' + width + ' px (' + names.join(' | ') + ')']
  })()`) as Promise<string[]>
}

const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:recommended'],
    rules: {
      // How hono/jsx writes HTML is not what we check.
      'void-style': 'off',
      'attribute-boolean-style': 'off',
      'attribute-empty-style': 'off',
      'doctype-style': 'off',
      'no-trailing-whitespace': 'off',
      'no-raw-characters': 'off',
      // Titles carry the seminar's own name.
      'long-title': 'off',
      // Scripts and styles are ours alone, under the policy “self”.
      'require-sri': 'off',
      // What is typed by people is shown as they typed it.
      'tel-non-breaking': 'off',
      // Lists and tables that are styled flat say their role again, for VoiceOver.
      'no-redundant-role': 'off',
    },
  }),
)

/** What the standard does not allow in a page, with line and column. Empty when it is valid. */
export async function htmlProblems(html: string): Promise<string[]> {
  const report = await validator.validateString(html)
  return report.results.flatMap(result =>
    result.messages.map(({ ruleId, message, line, column }) => `html ${line}:${column} ${ruleId}: ${message}`),
  )
}

/**
 * Everything a page must withstand, in one list: axe, no sideways scroll, valid HTML, no trouble underneath.
 * The HTML is what the server sends, asked for once more (a GET changes nothing).
 *
 * @param options.html the text of the answer, for a page that came from a POST; null where its HTML was read already
 */
export async function problemsOf(page: Page, options: { html?: string | null } = {}): Promise<string[]> {
  const html = options.html === undefined ? await (await page.request.get(page.url())).text() : options.html
  // The HTML is read here while axe works in the browser.
  const [found, invalid] = await Promise.all([axe(page), html === null ? [] : htmlProblems(html)])
  return [...found, ...(await noSidewaysScroll(page)), ...invalid, ...troublesOf(page)]
}
