/** MatchTerms: which term of an equation lights which arrow of the graph, and which arrow which term. */
import type { App } from './app'

interface LitTerm {
  /** `∇h(2): Term W transposed ∇a(3)` */
  readonly term: string
  /** The arrows that it lights, by their paths. */
  readonly arrows: readonly string[]
  /** The variables and the rows of the ledger that it lights. */
  readonly sources: readonly string[]
}

export interface Matched {
  readonly terms: readonly LitTerm[]
  /** Every arrow of the graph, forward and backward, that has acted. */
  readonly arrows: readonly string[]
  /** Terms and arrows of which one lights the other, but not the other it. */
  readonly strangers: readonly string[]
}

/** Selects every variable and parameter in turn, focuses each term and points at each arrow; all in the page, for there are thousands. */
export const matchTerms = ({ page }: App): Promise<Matched> =>
  page.evaluate(async () => {
    // Not by a timer: those wait for some milliseconds.
    const settle = () =>
      new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel()
        port1.addEventListener('message', resolve)
        port1.start()
        port2.postMessage(null)
      })
    // What is lit is told at once; nothing is painted in between.
    const told = async () => {
      for (let i = 0; i < 5; i++) await Promise.resolve()
    }
    const graph = document.querySelector('[aria-label="Unfolded graph"]')!
    const inspector = document.querySelector('aside')!
    const pathOf = (way: Element) => way.querySelector('.line')!.getAttribute('d')!
    const arrows = [...graph.querySelectorAll('.way')]
      .filter((way) => way.matches('.forward, .acted'))
      .map(pathOf)
    const near = new Map(
      [...graph.querySelectorAll('path.near')].map((path) => [path.getAttribute('d')!, path]),
    )
    const boxes = [...graph.querySelectorAll('[data-key]')].map((box) => ({
      name: box.getAttribute('data-key')!,
      choose: () => box.dispatchEvent(new MouseEvent('click', { bubbles: true })),
    }))
    const headings = [...inspector.querySelectorAll<HTMLElement>('.ledger tbody th button')]
    const parameters = headings.map((heading, i) => ({
      name: heading.getAttribute('aria-label')!.split(':')[0]!,
      choose: () => inspector.querySelectorAll<HTMLElement>('.ledger tbody th button')[i]!.click(),
    }))
    const terms: { term: string; arrows: string[]; sources: string[] }[] = []
    const strangers: string[] = []
    for (const { name, choose } of [...boxes, ...parameters]) {
      choose()
      do await settle()
      while (inspector.querySelector('[aria-busy=true]'))
      const buttons = [...inspector.querySelectorAll<HTMLElement>('.terms button.symbol')]
      const lit: string[][] = []
      const sources: string[][] = []
      for (const button of buttons) {
        button.focus()
        await told()
        lit.push([...graph.querySelectorAll('.way.pointed')].map(pathOf))
        sources.push([
          ...[...graph.querySelectorAll('.box.pointed')].map((box) =>
            box.getAttribute('data-key')!,
          ),
          ...[...inspector.querySelectorAll('.ledger tr.pointed th')].map(
            (row) => row.textContent!,
          ),
        ])
        button.blur()
      }
      for (const arrow of new Set(arrows)) {
        near.get(arrow)!.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }))
        await told()
        buttons.forEach((button, i) => {
          if (button.classList.contains('lit') !== lit[i]!.includes(arrow))
            strangers.push(`${name}: ${button.getAttribute('aria-label')} and ${arrow}`)
        })
        near.get(arrow)!.dispatchEvent(new PointerEvent('pointerout', { bubbles: true }))
      }
      buttons.forEach((button, i) => {
        terms.push({
          term: `${name}: ${button.getAttribute('aria-label')}`,
          arrows: lit[i]!,
          sources: sources[i]!,
        })
      })
    }
    return { terms, arrows, strangers }
  })
