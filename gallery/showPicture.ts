/** Show picture: draws one picture of the gallery with the stage that the app has, and nothing else of it. */
import { patternOf } from '../src/engine/network'
import { createFolded } from '../src/stage/createFolded'
import { createStage } from '../src/stage/createStage'
import { toggleCut } from '../src/store/actions/explain'
import { setWiring } from '../src/store/actions/edit'
import { currentSentence } from '../src/store/unfold'
import { toPicture } from '../src/stage/toPicture'
import { lengthOf, openUnfold, textNetwork } from '../testing/unfold'
import type { GalleryPicture } from './pictures'

/** Draws into an emptied element; gives back the sentence of the step. */
export const showPicture = (root: HTMLElement, picture: GalleryPicture): string => {
  const { unfold } = openUnfold(
    textNetwork(picture.reads, picture.says, picture.hiddenSize),
    // What the app's stage has, too, beside its folded graph.
    { ...settingsOf(picture), room: { width: picture.width, height: 700 }, isStill: true },
  )
  if (patternOf(picture.wiring) !== 'everyStep') setWiring(unfold, picture.wiring)
  for (const cut of picture.cuts) toggleCut(unfold, cut)
  const length = lengthOf(unfold)
  const playhead = Math.min(
    length,
    picture.playhead < 0 ? length + picture.playhead : picture.playhead,
  )
  const svg = (name: string) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
    element.setAttribute('class', `drawing ${name}`)
    return element
  }
  const [folded, graph, timeline] = [svg('folded-drawing'), svg('graph'), svg('timeline-drawing')]
  const row = document.createElement('div')
  row.className = 'row'
  row.append(folded, graph)
  root.replaceChildren(row, timeline)
  const actions = {
    ...{ select: () => {}, point: () => {}, scrub: () => {}, openFold: () => {} },
    sentence: () => currentSentence(unfold),
  }
  const stage = createStage({ graph, timeline }, actions)
  unfold.clock.jump(Math.ceil(playhead))
  stage.update(toPicture(unfold), [0, 1e6])
  createFolded(folded, actions).update(toPicture(unfold))
  stage.paint(playhead)
  return currentSentence(unfold)
}

const settingsOf = ({ running, grain, selection, theme, language, view }: GalleryPicture) => ({
  ...{ running, grain, selection, theme, language, view },
})
