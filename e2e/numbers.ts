/** Numbers: what a trace file says of every variable, and whether the stage prints the same. */
import type { App } from './app'
import { expect } from './app'

type Vector = readonly number[]

export interface Numbers {
  readonly tau: number
  /** Inputs that the stage shows as symbols. */
  readonly symbols: ReadonlySet<string>
  /** By name: `h(3)`, `L`. */
  readonly values: ReadonlyMap<string, Vector>
  readonly gradients: ReadonlyMap<string, Vector>
}

/** How far a run is, in whole time steps: forward up to one, back down to one. */
export interface Reach {
  readonly forward: number
  readonly back: number
}

interface TraceFile {
  readonly network: {
    readonly inputVocabulary?: readonly string[]
    readonly initialState?: Vector
    readonly sequence: { readonly inputs: readonly unknown[] }
  }
  readonly loss: number
  readonly steps: readonly (Readonly<Record<string, unknown>> & {
    readonly t: number
    readonly gradients: Readonly<Record<string, Vector>>
  })[]
  readonly gradients: { readonly initialState: Vector }
}

export const toNumbers = (traceText: string): Numbers => {
  const { network, loss, steps, gradients } = JSON.parse(traceText) as TraceFile
  const start = gradients.initialState
  const own = new Map<string, Vector>([
    ['L', [loss]],
    ['h(0)', network.initialState ?? start.map(() => 0)],
  ])
  // Of a sum, every summand's gradient is 1.
  const back = new Map<string, Vector>([
    ['L', [1]],
    ['h(0)', start],
  ])
  for (const { t, gradients: ofStep, ...values } of steps) {
    for (const [name, value] of Object.entries(values))
      own.set(`${name === 'loss' ? 'L' : name}(${t})`, [value].flat() as Vector)
    for (const [name, value] of Object.entries(ofStep)) back.set(`${name}(${t})`, value)
    if (values['loss'] !== undefined) back.set(`L(${t})`, [1])
  }
  const { inputVocabulary, sequence } = network
  const symbols = new Set(
    sequence.inputs.flatMap((input, i) =>
      inputVocabulary && typeof input === 'number' ? [`x(${i + 1})`] : [],
    ),
  )
  return { tau: steps.length, symbols, values: own, gradients: back }
}

interface Shown {
  /** Accessible name. */
  readonly name: string
  /** Numbers that can be read in it, a list for each row from the top. */
  readonly rows: readonly (readonly string[])[]
}

/** ŷ, as it is said. */
const hat = 'y\u0302'

/** Every variable on the stage, by its key, compared with what is computed by then; nothing else may be there. */
export const expectNumbers = async (app: App, numbers: Numbers, reach: Reach): Promise<void> => {
  const shown = await readStage(app)
  const found = new Map(shown.map((one) => [one.name.split(':')[0]!.replace(hat, 'yhat'), one]))
  const targets = [...found.keys()].filter((key) => key.startsWith('y('))
  expect([...found.keys()].toSorted()).toEqual([...numbers.values.keys(), ...targets].toSorted())
  for (const [key, value] of numbers.values) {
    const { name, rows } = found.get(key)!
    const hasValue = isForward(key, numbers.tau, reach)
    const gradient = isBack(key, numbers.tau, reach) ? numbers.gradients.get(key) : undefined
    expectName(name, key, hasValue ? value : null, gradient ?? null)
    const isDrawn = hasValue && !numbers.symbols.has(key)
    // The circle of a loss has room for its value alone.
    const isScalar = key.startsWith('L')
    expectRows(key, rows, [
      ...(isDrawn ? [value] : []),
      ...(gradient && !isScalar ? [gradient] : []),
    ])
  }
}

const timeOf = (key: string, tau: number) => Number(/\((\d+)\)/.exec(key)?.[1] ?? tau)
const isForward = (key: string, tau: number, { forward }: Reach) =>
  key.startsWith('x(') || timeOf(key, tau) <= forward
/** What comes before the first step is reached with it. */
const isBack = (key: string, tau: number, { back }: Reach) => Math.max(1, timeOf(key, tau)) >= back

const expectName = (name: string, key: string, value: Vector | null, gradient: Vector | null) => {
  const [, values, gradients] = /^[^:]*: (.*?)(?:; gradient (.*))?$/.exec(name) ?? []
  if (value === null) expect(name).toBe(`${key.replace('yhat', hat)}: not computed yet`)
  else expect(toList(values), name).toEqual(value.map(fourDigits))
  expect(gradients === undefined ? null : toList(gradients), name).toEqual(
    gradient && gradient.map(fourDigits),
  )
}

const fourDigits = (value: number) => Number(value.toPrecision(4))
const toNumber = (text: string) => Number(text.replaceAll('−', '-'))
const toList = (text: string | undefined) => text?.split(', ').map(toNumber)

const expectRows = (
  key: string,
  rows: readonly (readonly string[])[],
  expected: readonly Vector[],
) => {
  expect(
    rows.map(({ length }) => length),
    `numbers drawn in ${key}: ${rows.join(' | ')}`,
  ).toEqual(expected.map(({ length }) => length))
  rows.forEach((row, i) =>
    row.forEach((text, j) => {
      const exact = expected[i]![j]!
      if (exact === 0) return expect(text, key).toBe('0')
      const message = `${key} shows ${text} for ${exact}`
      expect(Math.abs(toNumber(text) - exact), message).toBeLessThanOrEqual(
        lastPlace(text) * 0.5001,
      )
      expect(lastPlace(text), message).toBeLessThanOrEqual(0.01 * Math.max(1, Math.abs(exact)))
    }),
  )
}

/** The worth of the last digit: 0.01 in −0.35, 1e−5 in 4e−5. */
const lastPlace = (text: string) => {
  const [, decimals = '', exponent = '0'] = /^−?\d*\.?(\d*)(?:e(.*))?$/.exec(text) ?? []
  return 10 ** (toNumber(exponent) - decimals.length)
}

const readStage = ({ graph }: App): Promise<readonly Shown[]> =>
  graph.evaluate((group) =>
    [...group.querySelectorAll('[data-key]')].map((element) => {
      const rows = new Map<number, { text: string; x: number }[]>()
      for (const text of element.querySelectorAll('text')) {
        const content = text.textContent ?? ''
        // What is prepared is hidden.
        if (text.closest('.empty')) continue
        if (!/^−?([\d.]+(e−?\d+)?|∞)$/.test(content)) continue
        const { x, y, height } = text.getBoundingClientRect()
        const middle = Math.round((y + height / 2) / 4)
        rows.set(middle, [...(rows.get(middle) ?? []), { text: content, x }])
      }
      return {
        name: element.getAttribute('aria-label') ?? '',
        rows: [...rows.entries()]
          .toSorted(([a], [b]) => a - b)
          .map(([, row]) => row.toSorted((a, b) => a.x - b.x).map(({ text }) => text)),
      }
    }),
  )
