/** Files: what is refused leaves everything as it was and says why; what is opened is shown as text, whatever it says. */
import { truncateSync, writeFileSync } from 'node:fs'
import { malformed, change, wellFormed } from '../testing/malformed'
import { type App, createApp, expect, test } from './app'
import { type Stop, expectSameStop, stopAt } from './picture'

interface Kept {
  readonly stop: Stop
  readonly fields: readonly string[]
  readonly trace: string
}

const readKept = async (app: App): Promise<Kept> => ({
  stop: await stopAt(app.page),
  fields: [await app.field('Input').inputValue(), await app.field('Target').inputValue()],
  trace: await app.traceText(),
})

/** Opens; expects a sentence that says some things, and that it can be dismissed. */
const expectRefusal = async (app: App, text: string, name: string, says: readonly string[]) => {
  await app.openFile(text)
  await expect(app.alert, name).not.toBeEmpty()
  const sentence = (await app.alert.textContent()) ?? ''
  for (const piece of says) expect(sentence, name).toContain(piece)
  expect(sentence, name).not.toMatch(/undefined|\[object/)
  // As a click does, without waiting for the pointer to get there.
  await app.button('Dismiss').dispatchEvent('click')
  await expect(app.alert, name).toBeEmpty()
}

const expectKept = async (app: App, before: Kept, name: string) => {
  const after = await readKept(app)
  expectSameStop(after.stop, before.stop, name)
  expect(after.fields, name).toEqual(before.fields)
  expect(after.trace === before.trace, `${name}: the trace is the same`).toBe(true)
}

/** Where there is something to lose: another word, in the middle of the way back, with a selection. */
const standSomewhere = async (app: App) => {
  await app.field('Input').fill('abc')
  await app.field('Input').blur()
  await app.stepUntil('∇h(2)')
  await app.variable('h(1)').click()
  return readKept(app)
}

test('a file that is fine is not refused', async ({ stillApp: app }) => {
  await app.openFile(wellFormed)
  await expect(app.page.getByRole('status').first()).toContainText('two in, three hidden')
  await expect(app.alert).toBeEmpty()
})

// Halves, to run side by side.
for (const half of [0, 1])
  test(`every malformed file is refused and nothing is lost, half ${half + 1}`, async ({
    stillApp: app,
  }) => {
    expect(malformed.length).toBeGreaterThan(50)
    const before = await standSomewhere(app)
    for (const { name, text, path } of malformed.filter((_, i) => i % 2 === half)) {
      await expectRefusal(app, text, name, path === undefined ? [] : [path])
      expectSameStop(await stopAt(app.page), before.stop, name)
    }
    // What was lost on the way would still be missing.
    await expectKept(app, before, 'after all')
  })

test('a file of more than 64 MB is refused before it is read', async ({
  stillApp: app,
}, testInfo) => {
  const before = await standSomewhere(app)
  const path = testInfo.outputPath('large.unfold.json')
  writeFileSync(path, '{')
  truncateSync(path, 64 * 2 ** 20 + 1)
  await app.page.getByLabel('Open network file').setInputFiles(path)
  await expect(app.alert).toContainText('64')
  // The pointer stays where it is: what it points at is part of the picture.
  await app.button('Dismiss').dispatchEvent('click')
  await expect(app.button('Dismiss')).toBeHidden()
  await expectKept(app, before, 'large')
})

test('keys that are not known are named, and left out', async ({ stillApp: app }) => {
  const file = JSON.parse(wellFormed) as Record<string, unknown>
  await app.openFile(JSON.stringify({ ...file, colour: 'red', '<b>bold</b>': 1 }))
  const status = app.page.getByRole('status').first()
  await expect(status).toContainText('colour')
  await expect(status).toContainText('<b>bold</b>')
  expect(JSON.parse(await app.networkText())).toEqual(file)
})

const hostile = [
  '<img src="x" onerror="hacked = true">',
  '"><script>hacked = true</script>',
  '<svg onload="alert(1)"><a href="javascript:alert(1)">x</a></svg>',
  'javascript:alert(1)',
  '\\href{javascript:alert(1)}{x} \\htmlData{a=b}{y} $x$',
  '{{constructor.constructor("alert(1)")()}} ${alert(1)}',
  '\u202Edesrever\u202C & &amp; &lt;b&gt;',
  '__proto__',
]

test('hostile texts are shown as text', async ({ page }) => {
  const app = createApp(page)
  await app.open()
  const dialogs: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  const census = () =>
    page.evaluate(() => ({
      active: document.querySelectorAll('script, img, iframe, object, embed, link').length,
      links: document.querySelectorAll('a').length,
      handlers: [...document.querySelectorAll('*')].filter((element) =>
        element.getAttributeNames().some((name) => name.startsWith('on')),
      ).length,
      hacked: 'hacked' in window,
    }))
  // What comes late brings links of its own: it is there, by a harmless text, before they are counted.
  await app.timeline.press('End')
  await expect(app.inspector.getByText('agrees').first()).toBeVisible()
  await app.opened(wellFormed)
  let before: Awaited<ReturnType<typeof census>> | null = null
  for (const text of ['a', ...hostile, 'long '.repeat(2000)]) {
    const symbols = JSON.stringify([text, 'b'])
    await app.openFile(
      change({
        title: JSON.stringify(text),
        inputVocabulary: symbols,
        outputVocabulary: symbols,
        'sequence.inputs': '[0,1,0]',
        'sequence.targets': '[0,0,1]',
      }),
    )
    const status = page.getByRole('status').first()
    await expect(status).toContainText(text.trim(), { useInnerText: false })
    // Every view that may show a symbol.
    await app.variable('yhat(1)').focus()
    await page.keyboard.press('Enter')
    await expect(app.graph.getByText(text, { exact: true }).first()).toBeAttached()
    await page.keyboard.press('Escape')
    await app.timeline.press('End')
    expect(JSON.parse(await app.networkText())).toMatchObject({ title: text })
    if (!before) await page.waitForLoadState('networkidle')
    const found = await census()
    before ??= found
    expect(found).toEqual({ ...before, hacked: false })
  }
  expect(dialogs).toEqual([])
})
