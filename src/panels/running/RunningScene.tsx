/** RunningScene: one network as it is trained and on its own, step beside step, and the conditional likelihood of its run. */
import { useRef, useState } from 'react'
import { type OwnChoice, ownChoices } from '../../engine/running'
import { feedbackWords } from '../../i18n/feedback'
import { setFeedback, setRunning } from '../../store/actions/running'
import { DrawSeed } from '../DrawSeed'
import { type Axis, useAxis } from '../reach/useAxis'
import { useMedia } from '../useMedia'
import { useField, useUnfold, useWords } from '../useUnfold'
import { LikelihoodPart } from './LikelihoodPart'
import { Parting, PartingNotes } from './Parting'
import { PartingExample } from './PartingExample'
import { RunLegend, RunTable } from './RunTable'
import { useRunningFacts, useRunningWords, useShownRun } from './useRunning'
import './running.css'

/** A large screen, seen from afar: as the style sheet says it. */
const hall = '(min-width: 1700px) and (min-height: 900px)'
/** The style sheet makes all of it larger in a hall: columns stay where they are, and are fewer of its pixels. */
const hallZoom = 1.2

const zoomed = (axis: Axis, zoom: number): Axis =>
  zoom === 1
    ? axis
    : {
        ...axis,
        columns: axis.columns.map(({ t, x, width, center }) => ({
          ...{ t, x: x / zoom, width: width / zoom, center: center / zoom },
        })),
        ...{ width: axis.width / zoom, margin: axis.margin / zoom, room: axis.room / zoom },
      }

export const RunningScene = () => {
  const pane = useRef<HTMLDivElement>(null)
  const zoom = useMedia(hall) ? hallZoom : 1
  const axis = zoomed(useAxis(pane), zoom)
  const words = useRunningWords()
  const facts = useRunningFacts()
  const [t, light] = useState<number | null>(null)
  const lit = { t, light }
  return (
    <div className="running" ref={pane}>
      <section aria-labelledby="running-title">
        <h2 id="running-title">{words.title}</h2>
        {facts ? (
          <>
            <Parting facts={facts} />
            <Third />
            <div className="running-bar">
              <Choice />
              {facts.partings.length === 0 && <PartingExample />}
              <RunLegend facts={facts} />
            </div>
            <RunTable facts={facts} lit={lit} axis={axis} />
            <PartingNotes facts={facts} />
          </>
        ) : (
          <FeedBack />
        )}
      </section>
      <LikelihoodPart lit={lit} />
    </div>
  )
}

/** Numbers that stand nowhere in the graph want a reason. */
const Third = () => {
  const words = useRunningWords()
  const { shown, way, loss } = useShownRun()
  return shown === null && <p>{words.third(way, loss)}</p>
}

/** Of the run on its own. */
const Choice = () => {
  const unfold = useUnfold()
  const words = useRunningWords()
  const { feedbacks } = useWords(feedbackWords)
  const { choice } = useField('running')
  return (
    <>
      <label className="field">
        <span className="label">{words.choice}</span>
        <select
          value={choice}
          onChange={({ target }) => setRunning(unfold, { choice: target.value as OwnChoice })}
        >
          {ownChoices.map((each) => (
            <option key={each} value={each}>
              {feedbacks[each]}
            </option>
          ))}
        </select>
      </label>
      {choice === 'sample' && <DrawSeed />}
    </>
  )
}

const FeedBack = () => {
  const unfold = useUnfold()
  const words = useRunningWords()
  return (
    <>
      <p>{words.needs}</p>
      <button
        type="button"
        className="running-button"
        title={words.feedBackHint}
        onClick={() => setFeedback(unfold, 'target')}
      >
        {words.feedBack}
      </button>
      <PartingExample />
      <p className="soft">{words.feedBackHint}</p>
    </>
  )
}
