/** TableScene: the whole run as tables: what varies with time, and the parameters; as far as the playhead has come. */
import { tableWords } from '../../i18n/table'
import { silencedTargets } from '../../store/document'
import { storyOf } from '../../store/unfold'
import { CutNotice } from '../CutNotice'
import { useScales } from '../useScales'
import { useDictionary, useFinished, useUnfold, useValue, useWords } from '../useUnfold'
import { CsvTools } from './CsvTools'
import { ParameterTables } from './ParameterTables'
import { RunTable } from './RunTable'
import { onlyTouch, useMedia } from '../useMedia'
import './table.css'

export const TableScene = () => {
  const unfold = useUnfold()
  const words = useWords(tableWords)
  const isTouched = useMedia(onlyTouch)
  const { losses } = useDictionary()
  const document = useValue((state) => state.document)
  const grain = useValue((state) => state.grain)
  useValue((state) => state.order)
  useValue(({ cuts }) => cuts)
  const scales = useScales()
  const finished = useFinished()
  const { trace, schedule } = storyOf(unfold)
  const step = schedule.steps[grain][finished - 1]
  const silenced = silencedTargets(document).size
  const shown = { trace, scales, step, done: step?.to ?? 0 }
  return (
    <div className="run">
      <div className="run-head">
        <p className="run-help">
          {words.help}
          {isTouched ? words.tap : words.press + words.keys}
        </p>
        <CsvTools />
      </div>
      {/* Numbers that are not those of the loss are said not to be. */}
      <CutNotice done={null} />
      {silenced > 0 && <p className="note">{losses.off(silenced)}</p>}
      <RunTable {...shown} />
      <ul className="run-key">
        <li>
          <span className="blank" /> {words.keyNotYet}
        </li>
        <li>
          <span className="part" /> {words.keyPart}
        </li>
        <li>
          <span className="none" /> {words.keyNone}
        </li>
      </ul>
      <ParameterTables {...shown} />
    </div>
  )
}
