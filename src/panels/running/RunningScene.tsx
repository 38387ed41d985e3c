/** RunningScene: one network as it is trained and on its own, step beside step, and the conditional likelihood of its run. */
import { useRef, useState } from 'react'
import { wiringOf } from '../../engine/network'
import { setWiring } from '../../store/actions/edit'
import { useAxis } from '../reach/useAxis'
import { useUnfold } from '../useUnfold'
import { LikelihoodPart } from './LikelihoodPart'
import { Parting, PartingNotes } from './Parting'
import { RunTable } from './RunTable'
import { useRunningFacts, useRunningWords } from './useRunning'
import './running.css'

export const RunningScene = () => {
  const pane = useRef<HTMLDivElement>(null)
  const axis = useAxis(pane)
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
        onClick={() => setWiring(unfold, wiringOf('fedBack', 'target'))}
      >
        {words.feedBack}
      </button>
      <p className="soft">{words.feedBackHint}</p>
    </>
  )
}
