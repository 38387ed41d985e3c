/** LossLine: the losses of the steps, their sum, and the probability of the whole target that it stands for; shown once there is one. */
import { Fragment, Suspense, lazy } from 'react'
import { valueOf } from '../engine/run'
import { objectiveOf } from '../engine/run'
import { notYetWords } from '../i18n/notYet'
import { sumSign, toCellText, toDigits } from '../notation/numbers'
import { symbolsWanted } from '../store/document'
import { storyOf } from '../store/unfold'
import { useDictionary, useUnfold, useWords } from './useUnfold'

// Where rounding shows.
const SumSign = lazy(async () => ({ default: (await import('./SumSign')).SumSign }))

/** Sums of more terms are shown without them. */
const mostTerms = 6

const shorten = (text: string) => (text.length > 24 ? `${text.slice(0, 20)}…` : text)

/** Stands for a number to come. */
const pending = '·'

const Addend = ({ text }: { readonly text: string }) => {
  const { pending: name } = useWords(notYetWords)
  return text === pending ? (
    <span role="img" aria-label={name} title={name}>
      {text}
    </span>
  ) : (
    text
  )
}

export const LossLine = ({ done }: { readonly done: number }) => {
  const { inspector } = useDictionary()
  const { trace, schedule, network } = storyOf(useUnfold())
  const { graph } = trace
  const total = objectiveOf(graph)
  const terms = total.inputs.map((id) => graph.nodes[graph.edges[id]!.from]!)
  const isReady = (id: number) => schedule.valueReady[id]! <= done
  const text = (node: typeof total) =>
    isReady(node.id) ? toCellText(valueOf(trace, node)[0]!) : pending
  const loss = valueOf(trace, total)[0]!
  const [shown, sum] = [terms.map(text), text(total)]
  const sign = sumSign(shown, sum)
  return (
    <p className="loss-line" aria-label={inspector.lossLine}>
      <span>
        <i>L</i> ={' '}
        {terms.length <= mostTerms &&
          shown.map((one, i) => (
            <Fragment key={i}>
              {i > 0 && '+ '}
              <Addend text={one} />{' '}
            </Fragment>
          ))}
        {terms.length <= mostTerms && (
          <Suspense fallback={sign}>{sign === '=' ? sign : <SumSign sign={sign} />}</Suspense>
        )}{' '}
        <strong>
          <Addend text={sum} />
        </strong>
      </span>
      {isReady(total.id) && (
        <span>
          {inspector.probability(shorten(symbolsWanted(network).join('')))} ={' '}
          {toDigits(Math.exp(-loss), 3)}
        </span>
      )}
    </p>
  )
}
