/** LoopBar: from the folded graph to the unfolded one and back: buttons, a slider, what is to be seen. */
import { type KeyboardEvent, useLayoutEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { loopWords } from '../i18n/loop'
import { stageOf, useLoop, useStage } from './useLoop'
import { useDictionary, useUnfold, useValue, useWords } from './useUnfold'

export const LoopBar = () => {
  const words = useWords(loopWords)
  const { scenes } = useDictionary()
  const { travel } = useLoop()
  const tau = useValue(({ document }) => document.network.sequence.inputs.length)
  const stage = useStage()
  const goal = useStore(travel.store, (state) => state.goal)
  const toggle = (end: number) => () => (goal === end ? travel.pause() : travel.travelTo(end))
  return (
    <section className="loop-bar" aria-label={words.position}>
      <h2 className="off-screen">{scenes.names.loop}</h2>
      <button type="button" className="loop-button" onClick={toggle(0)}>
        {goal === 0 ? words.halt : words.fold}
      </button>
      <Slider tau={tau} />
      <button type="button" className="loop-button onward" onClick={toggle(tau)}>
        {goal === tau ? words.halt : words.unfold}
      </button>
      <p className="loop-stage" aria-live={goal === null ? 'polite' : 'off'}>
        {words.stage(stage, tau)} <small>{words.finished}</small>
      </p>
    </section>
  )
}

/** Moved by hand in hundredths of a copy, by keys in whole ones; React does not follow its motion. */
const Slider = ({ tau }: { readonly tau: number }) => {
  const words = useWords(loopWords)
  const { surroundings } = useUnfold()
  const { travel } = useLoop()
  const input = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => {
    const show = () => {
      const { position } = travel.store.getState()
      const slider = input.current!
      slider.max = String(tau)
      slider.value = String(position)
      slider.style.setProperty('--done', String(position / tau))
      slider.setAttribute('aria-valuetext', words.stage(stageOf({ position }), tau))
    }
    show()
    return travel.store.subscribe(show)
  }, [travel, tau, words])
  const onKey = (event: KeyboardEvent) => {
    const act = actions[event.key]
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    act(travel, tau)
  }
  return (
    <input
      ref={input}
      type="range"
      min={0}
      step={surroundings.isStill() ? 1 : 0.01}
      defaultValue={0}
      aria-label={words.position}
      onInput={({ currentTarget }) => travel.jump(Number(currentTarget.value))}
      onKeyDown={onKey}
    />
  )
}

type Travel = ReturnType<typeof useLoop>['travel']

const forward = (travel: Travel) => travel.step(1)
const back = (travel: Travel) => travel.step(-1)
const actions: Readonly<Record<string, (travel: Travel, tau: number) => void>> = {
  ArrowRight: forward,
  ArrowUp: forward,
  ArrowLeft: back,
  ArrowDown: back,
  PageUp: forward,
  PageDown: back,
  Home: (travel) => travel.jump(0),
  End: (travel, tau) => travel.jump(tau),
}
