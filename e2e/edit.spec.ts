/** Edit: what one types is what runs; weights stay where they fit; every edit can be undone; time stays where it is. */
import { type App, type NetworkFile, expect, test } from './app'

const family = '👨‍👩‍👧‍👦'
const accented = 'e\u0301'

/** Weights by their labels: `U 0 h` for the weight of the symbol h in row 0. */
const weightsOf = ({
  inputVocabulary,
  outputVocabulary,
  parameters,
}: NetworkFile): ReadonlyMap<string, number> => {
  const { U, W, V, b, c } = parameters
  const [read, said] = [inputVocabulary!, outputVocabulary!]
  const matrix = (
    name: string,
    rows: readonly (readonly number[])[],
    label: (i: number, j: number) => string,
  ) => rows.flatMap((row, i) => row.map((weight, j) => [`${name} ${label(i, j)}`, weight] as const))
  return new Map<string, number>([
    ...matrix('U', U, (i, j) => `${i} ${read[j]}`),
    ...matrix('W', W, (i, j) => `${i} ${j}`),
    ...matrix('V', V, (i, j) => `${said[i]} ${j}`),
    ...matrix('b', [b], (_, j) => `${j}`),
    ...matrix('c', [c], (_, j) => `${said[j]}`),
  ])
}

/** Every weight that both have is the same to the bit; gives back the names of those that came. */
const expectKept = (before: NetworkFile, after: NetworkFile): readonly string[] => {
  const [old, now] = [weightsOf(before), weightsOf(after)]
  const shared = [...now.keys()].filter((name) => old.has(name))
  expect(shared.length).toBeGreaterThan(0)
  for (const name of shared) expect(Object.is(now.get(name), old.get(name)), name).toBe(true)
  const added = [...now.keys()].filter((name) => !old.has(name))
  for (const name of added) expect(Number.isFinite(now.get(name)), name).toBe(true)
  return added
}

const symbolsOf = ({ sequence, inputVocabulary, outputVocabulary }: NetworkFile) => ({
  read: sequence.inputs.map((input) => inputVocabulary![input as number]!),
  wanted: sequence.targets.map((target) => (target === null ? null : outputVocabulary![target]!)),
})

test('a step is what a reader sees as one character, in any script', async ({ stillApp: app }) => {
  const words: readonly (readonly string[])[] = [
    ['a'],
    ['h', 'e', 'l', 'l', 'o'],
    ['a', family, '🇨🇳', '👋🏽', 'a'],
    ['今', '天', '天', '气'],
    [accented, 'x', accented, 'e'],
  ]
  for (const word of words) {
    await app.field('Input').fill(word.join(''))
    const network = await app.network()
    const { read, wanted } = symbolsOf(network)
    expect(read).toEqual(word)
    // By default, what comes next; nothing is known of what follows the end.
    expect(wanted).toEqual(word.map((_, i) => word[i + 1] ?? null))
    expect(network.inputVocabulary).toEqual([...new Set(network.inputVocabulary)])
    expect(new Set(network.inputVocabulary)).toEqual(new Set(word))
    expect(new Set(network.outputVocabulary)).toEqual(new Set(word))
    expect(network.architecture.inputSize).toBe(new Set(word).size)
    await expect(app.field('Target')).toHaveValue(word.slice(1).join(''))
    await expect(app.variable(`x(${word.length})`)).toBeAttached()
    await expect(app.variable(`x(${word.length + 1})`)).toHaveCount(0)
    await expect(app.variable(`L(${word.length})`)).toHaveCount(0)
  }
})

test('targets of one’s own stay when the input changes', async ({ stillApp: app }) => {
  await app.field('Input').fill('abcd')
  await app.settled()
  await app.field('Target').fill('dd∅a')
  expect(symbolsOf(await app.network()).wanted).toEqual(['d', 'd', null, 'a'])
  await app.field('Input').fill('abcde')
  const { read, wanted } = symbolsOf(await app.network())
  expect(read.join('')).toBe('abcde')
  expect(wanted).toEqual(['d', 'd', null, 'a', null])
  await expect(app.field('Target')).toHaveValue('dd∅a')
  // It is marked as one of its own, which stays; until one lets it follow.
  const own = app.button('Own target: let it follow the input')
  await own.focus()
  await own.press('Enter')
  await expect(app.field('Target')).toBeFocused()
  await expect(own).toHaveCount(0)
  await expect(app.button('Undo')).toHaveAttribute('title', /^Undo: should say/)
})

test('a symbol is taken when it is composed, not before', async ({ stillApp: app }) => {
  const input = app.field('Input')
  await input.fill('ab')
  await input.press('End')
  const before = await app.networkText()
  const session = await app.page.context().newCDPSession(app.page)
  await input.focus()
  await session.send('Input.imeSetComposition', { text: 'jin', selectionStart: 3, selectionEnd: 3 })
  await expect(input).toHaveValue('abjin')
  const { all } = await app.position()
  expect(await app.graph.getByLabel(/^x\(/).count()).toBe(2)
  await session.send('Input.insertText', { text: '今' })
  await expect(input).toHaveValue('ab今')
  await expect(app.variable('x(3)')).toBeAttached()
  expect((await app.position()).all).toBeGreaterThan(all)
  expect(symbolsOf(await app.network()).read).toEqual(['a', 'b', '今'])
  expect(await app.networkText()).not.toBe(before)
})

test('a longer word keeps all weights; a new symbol adds its own and keeps the rest', async ({
  stillApp: app,
}) => {
  const input = app.field('Input')
  const start = await app.network()
  await input.fill('hello')
  expect(expectKept(start, await app.network())).toEqual([])
  expect(weightsOf(await app.network()).size).toBe(weightsOf(start).size)

  await input.fill('hello!')
  const longer = await app.network()
  const added = expectKept(start, longer)
  const hidden = start.architecture.hiddenSize
  const own = Array.from({ length: hidden }, (_, i) => [`U ${i} !`, `V ! ${i}`]).flat()
  expect(added.toSorted()).toEqual([...own, 'c !'].toSorted())
  expect(new Set(own.map((name) => weightsOf(longer).get(name))).size).toBe(own.length)

  // What goes with the symbol comes back with it.
  await input.fill('hello')
  expect(expectKept(longer, await app.network())).toEqual([])
  await input.fill('hello!')
  expect(expectKept(longer, await app.network())).toEqual([])
  expect(weightsOf(await app.network())).toEqual(weightsOf(longer))
})

test('a letter is seen before the network runs anew; a word retyped by letters has the same weights', async ({
  stillApp: app,
}) => {
  const [input, target] = [app.field('Input'), app.field('Target')]
  const start = await app.network()
  const states = app.page.locator('.box.state')
  await input.press('End')
  const seen = app.page.evaluate(
    () =>
      new Promise<number>((done) =>
        addEventListener('input', () => done(document.querySelectorAll('.box.state').length), {
          once: true,
        }),
      ),
  )
  await input.press('Backspace')
  expect(await seen).toBe(5)
  await expect(states).toHaveCount(4)
  for (let i = 0; i < 2; i++) await input.press('Backspace')
  await input.pressSequentially('ell')
  await target.fill('ello')
  await expect(input).toHaveValue('hell')
  const again = await app.network()
  expect(symbolsOf(again)).toEqual(symbolsOf(start))
  expectSameWeights(again, start)
})

/** Equal as numbers: no matter which zero. */
const expectSameWeights = (found: NetworkFile, expected: NetworkFile) => {
  const numbers = (network: NetworkFile) =>
    new Map([...weightsOf(network)].map(([name, weight]) => [name, weight + 0]))
  expect(numbers(found)).toEqual(numbers(expected))
}

test('hidden units: from 1 to 64; what is kept keeps its weights', async ({ stillApp: app }) => {
  const start = await app.network()
  const resize = async (size: number) => {
    await app.hidden.fill(String(size))
    const network = await app.network()
    const { W, b } = network.parameters
    expect(network.architecture.hiddenSize).toBe(size)
    expect([W.length, W[0]!.length, b.length]).toEqual([size, size, size])
    return network
  }
  const five = await resize(5)
  // 2 rows of U, 2 columns of V, what W has more, 2 biases.
  expect(expectKept(start, five).length).toBe(2 * 4 + 2 * 4 + (25 - 9) + 2)
  expectKept(five, await resize(64))
  expect(expectKept(five, await resize(5))).toEqual([])
  expect(expectKept(start, await resize(3))).toEqual([])
  await resize(1)
  expectSameWeights(await resize(3), start)
})

test('hidden units that are none are refused, and nothing is lost', async ({ stillApp: app }) => {
  await app.field('Input').fill('hello')
  await app.stepUntil('∇h(2)')
  const [text, position] = [await app.networkText(), await app.position()]
  for (const wrong of ['0', '65', '2.5', '', '-3', '1e3']) {
    await app.hidden.fill(wrong)
    await expect(app.hidden, wrong).toHaveAttribute('aria-invalid', 'true')
    expect(await app.position()).toEqual(position)
    await app.hidden.blur()
    await expect(app.hidden, wrong).toHaveAttribute('aria-invalid', 'false')
    await expect(app.hidden, wrong).toHaveValue('3')
    expect(await app.networkText(), wrong).toBe(text)
  }
  // On its way to what cannot be it was what can: that was not meant, and is taken back, which is said.
  await app.hidden.fill('20')
  await app.hidden.press('End')
  await app.page.keyboard.insertText('0')
  await expect(app.hidden).toHaveAttribute('aria-invalid', 'true')
  await app.hidden.blur()
  await expect(app.hidden).toHaveValue('3')
  await expect(app.page.getByText(/“200” is not allowed.*Back to “3”/)).toBeVisible()
  expect(await app.networkText()).toBe(text)
  // An input of nothing is none, either; then only that is said.
  await app.field('Input').fill('')
  await expect(app.field('Input')).toHaveAttribute('aria-invalid', 'true')
  await expect(app.page.getByText('Type at least one symbol')).toBeVisible()
  await expect(app.page.locator('.target-note')).toBeHidden()
  await app.field('Input').press('Escape')
  await expect(app.field('Input')).toHaveValue('hello')
  await expect(app.field('Input')).toHaveAttribute('aria-invalid', 'false')
  await app.field('Input').fill('')
  await app.field('Input').blur()
  await expect(app.field('Input')).toHaveValue('hello')
  expect(await app.networkText()).toBe(text)
})

const edits: Readonly<Record<string, (app: App) => Promise<unknown>>> = {
  Input: (app) => app.field('Input').fill('shell'),
  Target: (app) => app.field('Target').fill('oooo'),
  'Hidden units': (app) => app.hidden.fill('4'),
  Activation: (app) => app.activation.selectOption('sigmoid'),
  Seed: (app) => app.seed.fill('11'),
  'New weights': (app) => app.button('New weights').click(),
}

/** Everything that an edit touches, with the fields that show it. */
const documentOf = async (app: App) => [
  await app.networkText(),
  ...(await Promise.all(
    [app.field('Input'), app.field('Target'), app.hidden, app.activation, app.seed].map((field) =>
      field.inputValue(),
    ),
  )),
]

// Halves, to run side by side.
for (const names of [
  ['Input', 'Hidden units', 'Seed'],
  ['Target', 'Activation', 'New weights'],
])
  test(`undo and redo of ${names.join(', ')}: by keys and by buttons`, async ({
    stillApp: app,
  }) => {
    await expect(app.button('Undo')).toBeDisabled()
    await expect(app.button('Redo')).toBeDisabled()
    const before = await documentOf(app)
    for (const name of names) {
      const perform = edits[name]!
      await perform(app)
      const after = await documentOf(app)
      expect(after[0], name).not.toBe(before[0])
      const ways = {
        undo: [() => app.timeline.press('Control+z'), () => app.button('Undo').click()],
        redo: [() => app.timeline.press('Control+Shift+z'), () => app.button('Redo').click()],
      }
      for (const i of [0, 1]) {
        await ways.undo[i]!()
        expect(await documentOf(app), name).toEqual(before)
        await expect(app.button('Undo')).toBeDisabled()
        await ways.redo[i]!()
        expect(await documentOf(app), name).toEqual(after)
        await expect(app.button('Redo')).toBeDisabled()
      }
      await app.button('Undo').click()
      expect(await documentOf(app), name).toEqual(before)
    }
  })

test('many edits are undone one by one, and an edit ends what could be redone', async ({
  stillApp: app,
}) => {
  const input = app.field('Input')
  const texts = [await app.networkText()]
  const place = await app.hidden.boundingBox()
  // Letters in one go are one edit; a field that is left begins another.
  for (const letters of [['o', '-'], [family], ['今', '🙂', '天']]) {
    await input.press('End')
    for (const letter of letters) await app.page.keyboard.insertText(letter)
    texts.push(await app.networkText())
    await input.blur()
  }
  expect(new Set(texts).size).toBe(4)
  // What stands beside a text stays where it is, however long that gets.
  expect(await app.hidden.boundingBox()).toEqual(place)
  // In a field the keys are those of what is typed in it now, and go no further.
  await input.press('x')
  for (let i = 0; i < 3; i++) await input.press('Control+z')
  expect(await app.networkText()).toBe(texts[3])
  for (const text of texts.toReversed().slice(1)) {
    await app.timeline.press('Control+z')
    expect(await app.networkText()).toBe(text)
  }
  await expect(input).toHaveValue('hell')
  await app.timeline.press('Control+Shift+z')
  await expect(input).toHaveValue('hello-')
  // What has been done is said, and what either button would do.
  await expect(
    app.page.getByRole('status').getByText('Redone: reads “hell” → “hello-”'),
  ).toBeVisible()
  await expect(app.button('Undo')).toHaveAttribute('title', /^Undo: reads “hello-”/)
  // In a field in which nothing was typed there is nothing else to undo.
  await input.press('Control+z')
  await expect(input).toHaveValue('hell')
  await input.press('Control+Shift+z')
  await expect(input).toHaveValue('hello-')
  await app.hidden.fill('2')
  await expect(app.button('Redo')).toBeDisabled()
  await expect(app.button('Undo')).toHaveAttribute('title', /^Undo: hidden units 2/)
})

test('a seed decides all weights, and the activation none', async ({ stillApp: app }) => {
  const start = await app.network()
  await app.activation.selectOption('relu')
  const relu = await app.network()
  expect(relu.architecture.activation).toBe('relu')
  expect(relu.parameters).toEqual(start.parameters)

  await app.seed.fill('1234')
  const drawn = await app.network()
  const [a, b] = [drawn.parameters.W.flat(), relu.parameters.W.flat()]
  expect(a.filter((weight) => b.includes(weight))).toEqual([])
  await app.seed.fill('1235')
  expect((await app.network()).parameters).not.toEqual(drawn.parameters)
  await app.seed.fill('1233')
  await app.button('New weights').click()
  await expect(app.seed).toHaveValue('1234')
  expect((await app.network()).parameters).toEqual(drawn.parameters)

  // Weights that no seed has drawn are called by none; a number draws new ones.
  await app.seed.fill('9')
  await app.page.locator('input[type=file]').setInputFiles({
    name: 'trained.json',
    mimeType: 'application/json',
    buffer: Buffer.from((await app.networkText()).replace(/(?<="W": \[\s*\[)-?[\d.]+/, '0.5')),
  })
  await expect(app.seed).toHaveValue('')
  await app.seed.fill('1234')
  await app.settled()
  expect((await app.network()).parameters).toEqual(drawn.parameters)
})

test('an edit leaves the playhead on the same step', async ({ stillApp: app }) => {
  await app.stepUntil('∇h(2)')
  const before = await app.position()
  const isStillThere = async (all: number) => {
    const { finished, all: now, sentence } = await app.position()
    expect(sentence).toBe(before.sentence)
    expect(now).toBe(all)
    expect(finished).toBeGreaterThan(now / 2)
    // Done: what leads there. Not yet: what it leads to.
    for (const key of ['h(2)', 'a(3)', 'o(2)', 'L'])
      await expect(app.variable(key)).toHaveAttribute('aria-label', /; gradient /)
    for (const key of ['a(2)', 'h(1)'])
      await expect(app.variable(key)).not.toHaveAttribute('aria-label', /gradient/)
    return finished
  }
  const kept = await isStillThere(before.all)
  expect(kept).toBe(before.finished)

  await app.field('Input').press('End')
  await app.page.keyboard.insertText('o')
  await app.settled()
  const perStep = (await app.position()).all - before.all
  expect(perStep).toBeGreaterThan(5)
  await isStillThere(before.all + perStep)
  await expect(app.variable('a(5)')).toHaveAttribute('aria-label', /; gradient /)

  for (const edit of [
    () => app.hidden.fill('6'),
    () => app.activation.selectOption('relu'),
    () => app.seed.fill('99'),
  ]) {
    await edit()
    await app.settled()
    await isStillThere(before.all + perStep)
  }
  // Time is not an edit: four edits bring all back, and the step is still the same.
  for (let i = 0; i < 4; i++) await app.button('Undo').click()
  await expect(app.button('Undo')).toBeDisabled()
  expect(await isStillThere(before.all)).toBe(before.finished)
})
