/** PartingExample: a button that opens a network whose two runs part. */
import { runningWords } from '../../i18n/running'
import { openText } from '../../store/actions/files'
import { useUnfold } from '../useUnfold'
import { useRunningWords } from './useRunning'

export const PartingExample = () => {
  const unfold = useUnfold()
  const words = useRunningWords()
  const open = async () => {
    const { default: text } = await import('../../../examples/running/abracadabra.unfold.json?raw')
    openText(unfold, text, (language) => runningWords[language].exampleTitle)
  }
  return (
    <button type="button" className="running-button" onClick={() => void open()}>
      {words.example}
    </button>
  )
}
