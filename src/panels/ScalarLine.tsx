/** ScalarLine: one summand of a number: its factors, each a link, and what it comes to. */
import { Fragment, type ReactNode } from 'react'
import type { Scalar, ScalarFunction } from '../engine/products'
import { type Term, readingOf } from '../engine/term'
import { toColumnText } from '../notation/numbers'
import { followEntry } from '../store/actions/explain'
import { EntryButton } from './EntryButton'
import type { Sight } from './NumericTerm'
import { useDictionary, useUnfold } from './useUnfold'

interface Props {
  readonly sign: string
  readonly isCut: boolean
  /** Was the number asked for by this summand? */
  readonly isAsked?: boolean
  /** The step that adds it, where several do. */
  readonly step?: number | null
  readonly term: Term
  readonly scalar: Scalar
  /** The largest size of a summand: the length of a full bar. */
  readonly most: number
  readonly sight: Sight
}

export const ScalarLine = ({ sign, isCut, isAsked, step, term, scalar, most, sight }: Props) => {
  const { value } = scalar
  const { ledger } = useDictionary()
  const share = most > 0 && Number.isFinite(value) ? Math.abs(value) / most : 0
  return (
    <li
      className={`product${value === 0 ? ' nothing' : ''}${isCut ? ' cut' : ''}${isAsked ? ' asked' : ''}`}
    >
      <span className="sign">{sign}</span>
      <span className="written">
        <Written scalar={scalar} term={term} sight={sight} />
        {step && <small>{ledger.step(step)}</small>}
      </span>
      <span className="value">
        {toColumnText(value)}
        <span
          className={value < 0 ? 'bar below' : 'bar'}
          style={{ width: `${100 * share}%` }}
          aria-hidden="true"
        />
      </span>
    </li>
  )
}

/** How tightly a written form holds together: sum < product < atom. */
const sum = 1
const products = 2
const atom = 3

interface Form {
  readonly precedence: number
  readonly needs: (index: number) => number
  readonly write: (...args: readonly ReactNode[]) => ReactNode
}

const infix = (precedence: number, sign: string, needs: Form['needs']): Form => ({
  precedence,
  needs,
  write: (...args) =>
    args.map((arg, i) => (
      <Fragment key={i}>
        {i > 0 && <Sign text={sign} />}
        {arg}
      </Fragment>
    )),
})

const called = (name: string): Form => ({
  precedence: atom,
  needs: () => 0,
  write: (...args) => (
    <>
      <Sign text={`${name}(`} />
      {args}
      <Sign text=")" />
    </>
  ),
})

const Sign = ({ text }: { readonly text: string }) => <span className="sign">{text}</span>

const forms: Readonly<Record<ScalarFunction, Form>> = {
  add: infix(sum, '+', () => sum),
  subtract: infix(sum, '−', (i) => (i === 0 ? sum : products)),
  times: infix(products, '×', () => products),
  divide: infix(products, '/', (i) => (i === 0 ? products : atom)),
  square: {
    precedence: atom,
    needs: () => atom,
    write: (x) => (
      <>
        {x}
        <sup className="sign">2</sup>
      </>
    ),
  },
  exp: called('exp'),
  log: called('log'),
  tanh: called('tanh'),
  sigmoid: called('σ'),
  relu: called('relu'),
  positive: called('step'),
  largest: called('max'),
}

/** Of a longer sum inside a formula the middle is left out. */
const mostInner = 4

interface WrittenProps {
  readonly scalar: Scalar
  readonly term: Term
  readonly sight: Sight
}

const Written = ({ scalar, term, sight }: WrittenProps): ReactNode => {
  const unfold = useUnfold()
  if (scalar.kind === 'number') return <span className="constant">{String(scalar.value)}</span>
  if (scalar.kind === 'entry') {
    const reading = readingOf(term, scalar.leaf)
    const place = { key: reading.node.key, isGradient: reading.isGradient, entry: scalar.entry }
    return (
      <EntryButton
        reading={reading}
        entry={scalar.entry}
        sight={sight}
        isBare={false}
        onChoose={() => followEntry(unfold, place)}
      />
    )
  }
  if (scalar.kind === 'isClass')
    return (
      <span className="is-class">
        <Sign text="[" />
        <Written scalar={scalar.of} term={term} sight={sight} />
        <Sign text={`= ${scalar.index}] = ${scalar.value}`} />
      </span>
    )
  const { fn, args } = scalar
  const row = forms[fn]
  const isLong = fn === 'add' && args.length > mostInner
  const shown = isLong ? [...args.slice(0, 2), null, args.at(-1)!] : args
  const parts = shown.map((arg, i) => {
    if (arg === null) return <Sign key={i} text="⋯" />
    const part = <Written key={i} scalar={arg} term={term} sight={sight} />
    return precedenceOf(arg) >= row.needs(i) ? (
      part
    ) : (
      <Fragment key={i}>
        <Sign text="(" />
        {part}
        <Sign text=")" />
      </Fragment>
    )
  })
  return row.write(...parts)
}

const precedenceOf = (scalar: Scalar): number =>
  scalar.kind === 'apply' ? forms[scalar.fn].precedence : atom
