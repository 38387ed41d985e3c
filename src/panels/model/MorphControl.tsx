/** MorphControl: the slider that introduces h and takes it out again; what the drawing says there; the legend. */
import { cellOf } from '../../engine/run'
import { parametersByUse } from '../../store/model/parametersByUse'
import { useModel, useModelFacts, useModelStore, useModelWords } from './useModel'
import { Prose } from '../Prose'
import { useGap } from '../useUnfold'

export const MorphControl = () => {
  const store = useModelStore()
  const { drawing } = useModelWords()
  const morph = useModel((state) => state.morph)
  return (
    <div className="morph-slider">
      <button type="button" className="quiet" onClick={() => store.setState({ morph: 0 })}>
        {drawing.without}
      </button>
      <input
        type="range"
        min={0}
        max={100}
        step={1}
        value={Math.round(morph * 100)}
        aria-label={drawing.morph}
        aria-valuetext={drawing.place(Math.round(morph * 100))}
        onChange={({ target }) => store.setState({ morph: Number(target.value) / 100 })}
      />
      <button type="button" className="quiet" onClick={() => store.setState({ morph: 1 })}>
        {drawing.with}
      </button>
    </div>
  )
}

/** Below the drawing: however long it is, that stays where it is. */
export const MorphText = () => {
  const gap = useGap()
  const { drawing } = useModelWords()
  const { shown, tau, network } = useModelFacts()
  const { keep } = parametersByUse(cellOf(network.architecture))
  const morph = useModel((state) => state.morph)
  const withText = keep.length > 0 ? drawing.withText : drawing.cutText
  const text = morph === 0 ? drawing.withoutText : morph === 1 ? withText : drawing.betweenText
  return (
    <>
      <p className="morph-text">
        <Prose>
          {text}
          {shown < tau && gap + drawing.cut(shown, tau)}
        </Prose>
      </p>
      <Legend />
    </>
  )
}

const Legend = () => {
  const { drawing } = useModelWords()
  return (
    <ul className="model-legend" aria-label={drawing.legend}>
      <li>
        <svg className="drawing" viewBox="-12 -12 24 24" width="24" height="24" aria-hidden="true">
          <g className="random">
            <circle r="10" />
          </g>
        </svg>
        {drawing.random_}
      </li>
      <li>
        <svg className="drawing" viewBox="-12 -12 24 24" width="24" height="24" aria-hidden="true">
          <g className="observed">
            <circle r="10" />
          </g>
        </svg>
        {drawing.observed}
      </li>
      <li>
        <svg className="drawing" viewBox="-12 -12 24 24" width="24" height="24" aria-hidden="true">
          <g className="model-states">
            <rect x="-10" y="-10" width="20" height="20" rx="3" />
            <rect x="-7" y="-7" width="14" height="14" rx="2" />
          </g>
        </svg>
        {drawing.deterministic}
      </li>
    </ul>
  )
}
