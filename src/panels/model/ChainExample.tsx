/** ChainExample: opens an example that reads what it puts out, so that all of the view is there. */
import { openText } from '../../store/actions/files'
import { exampleTitle, loadExample } from '../../store/examples'
import { useDictionary, useUnfold } from '../useUnfold'
import { useModelWords } from './useModel'

const id = 'hello'

export const ChainExample = () => {
  const unfold = useUnfold()
  const { file } = useDictionary()
  const words = useModelWords()
  const open = async () => openText(unfold, await loadExample(id), exampleTitle(id))
  return (
    <button type="button" className="small" onClick={() => void open()}>
      {words.openExample(file.example[id])}
    </button>
  )
}
