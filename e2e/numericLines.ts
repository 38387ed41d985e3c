/** NumericLines: works out the lines of numbers in the inspector from the digits that are on the screen. */
import { type App, expect } from './app'
import {
  type Interval,
  type Matrix,
  exactly,
  meet,
  minus,
  plus,
  readNumber,
  rising,
  softmax,
  square,
  times,
} from './intervals'

/** A sign, or rows of numbers as they are written. */
type Token = string | readonly (readonly string[])[]

interface Line {
  readonly tokens: readonly Token[]
  readonly result: readonly (readonly string[])[]
}

export interface Checked {
  /** Lines that were worked out. */
  readonly lines: number
  /** What the steps without a line of numbers are headed. */
  readonly without: readonly string[]
}

/** Every step of the run, with the numbers shown: each line may, by its rounded digits, come to what is shown. */
export const checkSteps = async (app: App): Promise<Checked> => {
  await app.page.locator('body').press('Home')
  const { all } = await app.position()
  const without: string[] = []
  let checked = 0
  for (let step = 0; step < all; step++) {
    const { finished, lines, total, heading } = await readStep(app)
    expect(finished).toBe(step + 1)
    if (lines.length === 0) without.push(heading)
    for (const { tokens, result } of lines) {
      expectMeet(work(tokens), toMatrix(result), `${heading}: ${JSON.stringify(tokens)}`)
      checked++
    }
    if (total) {
      const sum = lines
        .map(({ result }) => toMatrix(result))
        .reduce((a, b) => entrywise(a, b, plus))
      expectMeet(sum, toMatrix(total), `${heading}: the sum`)
    }
  }
  return { lines: checked, without }
}

const toMatrix = (rows: readonly (readonly string[])[]): Matrix =>
  rows.map((row) => row.map(readNumber))

const expectMeet = (actual: Matrix, shown: Matrix, message: string) => {
  expect(actual.flat().length, message).toBe(shown.flat().length)
  actual.flat().forEach((range, i) => {
    const written = shown.flat()[i]!
    const text = `${message}: ${range.low} to ${range.high} for ${written.low} to ${written.high}`
    expect(meet(range, written), text).toBe(true)
  })
}

/** One step on, and what the inspector then shows; all in the page, so that a run takes no longer than it must. */
const readStep = ({ inspector }: App) =>
  inspector.evaluate(async (element) => {
    // Not by a timer: those wait for some milliseconds.
    const settle = () =>
      new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel()
        port1.addEventListener('message', resolve)
        port1.start()
        port2.postMessage(null)
      })
    const key = { key: 'PageDown', bubbles: true, cancelable: true }
    document.body.dispatchEvent(new KeyboardEvent('keydown', key))
    await settle()
    const toggle = element.querySelector<HTMLElement>('.beside > .small[aria-pressed=false]')
    toggle?.click()
    // The line with numbers comes when it is first asked for.
    do await settle()
    while (element.querySelector('.plugged:not(:has(.numeric))'))
    const slider = document.querySelector('[role=slider]')
    const gridOf = (grid: Element) => {
      // As it is written: what it comes to would have the page laid out at every step.
      const columns = parseInt((grid as HTMLElement).style.gridTemplateColumns.slice(7))
      const cells = [...grid.children].map((cell) => cell.textContent ?? '')
      return Array.from({ length: cells.length / columns }, (_, i) =>
        cells.slice(i * columns, (i + 1) * columns),
      )
    }
    const tokensOf = (numeric: Element): (string | string[][])[] =>
      [...numeric.children].flatMap((child) => {
        if (child.matches('.unit')) return tokensOf(child)
        if (child.matches('.sign, .constant')) return [child.textContent ?? '']
        return [gridOf(child.matches('.grid') ? child : child.querySelector('.grid')!)]
      })
    const equation = element.querySelector('.equation.full')
    const rows = [...(equation?.querySelectorAll('.rows .row:not(.total)') ?? [])]
    // What is added to several parameters stands line under line.
    const alone = [...element.querySelectorAll('.equation .plugged.one')]
    return {
      heading: element.querySelector('h2 .off-screen')?.textContent ?? '',
      finished: Number(slider?.getAttribute('aria-valuenow')),
      lines: [
        ...rows.map((row) => ({
          tokens: tokensOf(row.querySelector('.numeric')!),
          result: gridOf(row.querySelector('.result .grid')!),
        })),
        ...alone.map((one) => ({
          tokens: tokensOf(one.querySelector('.numeric')!),
          result: gridOf(one.querySelector('.grid')!),
        })),
      ],
      total: rows.length > 0 ? gridOf(equation!.querySelector('.total .grid')!) : null,
    }
  }) as Promise<{
    heading: string
    finished: number
    lines: readonly Line[]
    total: Line['result'] | null
  }>

type Binary = (x: Interval, y: Interval) => Interval

const entrywise = (a: Matrix, b: Matrix, f: Binary): Matrix => {
  if (a.flat().length === 1) return b.map((row) => row.map((y) => f(a[0]![0]!, y)))
  if (b.flat().length === 1) return a.map((row) => row.map((x) => f(x, b[0]![0]!)))
  return a.map((row, i) => row.map((x, j) => f(x, b[i]![j]!)))
}
const each = (a: Matrix, f: (x: Interval) => Interval): Matrix => a.map((row) => row.map(f))
const zero = exactly(0)
const multiply = (a: Matrix, b: Matrix): Matrix => {
  if (a.flat().length === 1 || b.flat().length === 1) return entrywise(a, b, times)
  return a.map((row) =>
    b[0]!.map((_, j) => row.reduce((sum, x, k) => plus(sum, times(x, b[k]![j]!)), zero)),
  )
}
/** A column stays one, a row too. */
const softmaxOf = (a: Matrix): Matrix => {
  const shares = softmax(a.flat())
  const width = a[0]!.length
  return a.map((_, i) => shares.slice(i * width, (i + 1) * width))
}
const diagonal = (a: Matrix): Matrix =>
  a.map((row, i) => a.map((_, j) => (i === j ? row[0]! : zero)))
const total = (a: Matrix, f: (x: number) => number): Interval =>
  a.flat().map(rising(f)).reduce(plus, zero)

/** What a reader does who knows precedence, and what the names of functions mean. */
const work = (tokens: readonly Token[]): Matrix => {
  let at = 0
  const peek = () => tokens[at]
  const take = (sign: string) => {
    expect(tokens[at]).toBe(sign)
    at++
  }
  const sum = (): Matrix => {
    let left = product()
    while (peek() === '+' || peek() === '−') {
      const isPlus = tokens[at++] === '+'
      left = entrywise(left, product(), isPlus ? plus : minus)
    }
    return left
  }
  const isEnd = () => {
    const token = peek()
    return (
      token === undefined ||
      token === '+' ||
      token === '−' ||
      token === ')' ||
      token === '))' ||
      token === '> 0]'
    )
  }
  const product = (): Matrix => {
    let left = power()
    while (!isEnd()) {
      const isEntrywise = peek() === '⊙'
      if (isEntrywise || peek() === '·') at++
      const right = power()
      left = isEntrywise ? entrywise(left, right, times) : multiply(left, right)
    }
    return left
  }
  const power = (): Matrix => {
    const base = single()
    if (peek() !== '2') return base
    at++
    return each(base, square)
  }
  const enclosed = (end: string, f: (a: Matrix) => Matrix): Matrix => {
    const inner = sum()
    take(end)
    return f(inner)
  }
  const single = (): Matrix => {
    const token = tokens[at++]!
    if (typeof token !== 'string') return toMatrix(token)
    switch (token) {
      case '(':
        return enclosed(')', (a) => a)
      case 'diag(':
        return enclosed(')', diagonal)
      case 'max(0,':
        return enclosed(')', (a) =>
          each(
            a,
            rising((x) => Math.max(0, x)),
          ),
        )
      case 'Σ log(1 + exp(':
        return enclosed('))', (a) => [[total(a, (x) => Math.log(1 + Math.exp(x)))]])
      case '[':
        return enclosed('> 0]', (a) =>
          each(
            a,
            rising((x) => (x > 0 ? 1 : 0)),
          ),
        )
      case 'tanh':
        return each(single(), rising(Math.tanh))
      case 'σ':
        return each(
          single(),
          rising((x) => 1 / (1 + Math.exp(-x))),
        )
      case 'softmax':
        return softmaxOf(single())
      case 'log Σ exp':
        return [[rising(Math.log)(total(single(), Math.exp))]]
      default:
        return [[exactly(Number(token.replaceAll('−', '-')))]]
    }
  }
  const value = sum()
  expect(at, JSON.stringify(tokens)).toBe(tokens.length)
  return value
}
