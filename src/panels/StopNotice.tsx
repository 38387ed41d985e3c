/** StopNotice: why a run stops at a number that is none, and the ways out of it. */
import { useMemo } from 'react'
import type { Bad } from '../engine/firstBad'
import { shapeOf } from '../engine/memory'
import type { Trace } from '../engine/run'
import { type Operand, growthOf, reasonOf } from '../engine/whyBad'
import { type StopWords, stopWords } from '../i18n/stop'
import { toIndexText, toWrittenName } from '../notation/names'
import { toCellText, toDigits } from '../notation/numbers'
import { openEntry } from '../store/actions/explain'
import { placeOf } from '../store/narration'
import { storyOf } from '../store/unfold'
import { takeWayOut, waysOut } from '../store/waysOut'
import { useDictionary, useUnfold, useValue } from './useUnfold'
import './stop.css'

export const StopNotice = ({ bad }: { readonly bad: Bad }) => {
  const unfold = useUnfold()
  const words = useValue(({ language }) => stopWords[language])
  const { narration } = useDictionary()
  const story = storyOf(unfold)
  const place = placeOf(story, bad)
  // Each way is a run: they are tried once for each number that is none.
  // oxlint-disable-next-line react/exhaustive-deps
  const ways = useMemo(() => waysOut(unfold), [unfold, bad])
  const { node, phase, entry } = bad
  return (
    <>
      <p>
        <strong>{words.why(place, toCellText(bad.value))}</strong>{' '}
        {reasonText(story.trace, bad, words, narration.gradientOf)}{' '}
        {growthText(story.trace, bad, words, narration.gradientOf)}{' '}
        {phase === 'backward' && words.backward} {words.beyond}
      </p>
      <div className="ways" role="group" aria-label={words.label}>
        <button type="button" className="small" onClick={() => unfold.clock.stepBack()}>
          {words.stepBack}
        </button>
        <button
          type="button"
          className="small"
          onClick={() =>
            openEntry(unfold, { key: node.key, isGradient: phase === 'backward', entry })
          }
        >
          {words.open(place)}
        </button>
        {ways.map((id) => (
          <button
            key={id}
            type="button"
            className="small"
            title={words.hints[id]}
            onClick={() => takeWayOut(unfold, id)}
          >
            {words.ways[id]}
          </button>
        ))}
      </div>
    </>
  )
}

type NameOfGradient = (name: string) => string

const reasonText = (
  trace: Trace,
  bad: Bad,
  words: StopWords,
  gradientOf: NameOfGradient,
): string => {
  const reason = reasonOf(trace, bad)
  if (reason.kind !== 'product') return words[reason.kind]
  const numberOf = (operand: Operand | number) =>
    toDigits(typeof operand === 'number' ? operand : operand.value, 3)
  const nameOf = (operand: Operand | number) => {
    if (typeof operand === 'number') return numberOf(operand)
    const { node, isGradient, entry } = operand
    const index = toIndexText(shapeOf(trace.architecture, node), entry)
    return (isGradient ? gradientOf(node.key) : node.key) + index
  }
  const { factors } = reason
  return words.product(factors.map(nameOf).join(' × '), factors.map(numberOf).join(' × '))
}

const growthText = (
  trace: Trace,
  bad: Bad,
  words: StopWords,
  gradientOf: NameOfGradient,
): string => {
  const growth = growthOf(trace, bad)
  if (!growth) return ''
  const { letter } = toWrittenName(bad.node)
  const name = bad.phase === 'forward' ? letter : gradientOf(letter)
  return words.growth(name, growth.steps, toDigits(growth.factor, 2))
}
