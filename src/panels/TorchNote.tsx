/** TorchNote: what PyTorch's own code calls a parameter, or that it has no such module. */
import { torchWords } from '../i18n/torch'
import { isOffered } from '../notation/notations'
import { torchNames } from '../notation/torchNames'
import { storyOf } from '../store/unfold'
import { useUnfold, useWords } from './useUnfold'

/** `name`: of a parameter; null: of the network as a whole. */
export const TorchNote = ({ name }: { readonly name: string | null }) => {
  const words = useWords(torchWords)
  const { cell } = storyOf(useUnfold()).trace.graph
  if (!isOffered(cell, 'torch')) return <p className="note">{words.notInTorch}</p>
  const own = name === null ? undefined : torchNames[name]
  if (own === undefined) return null
  const kind = own.includes('+') ? 'sumOfTwo' : own.includes('_') ? 'inTorch' : 'linear'
  return <p>{words[kind](own)}</p>
}
