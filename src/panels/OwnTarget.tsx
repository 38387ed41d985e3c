/** OwnTarget: a target that does not follow the input is marked as one of its own; a press lets it follow. */
import { targetWords } from '../i18n/targets'
import { setTarget } from '../store/actions/edit'
import { Icon } from './icons'
import { useUnfold, useWords } from './useUnfold'

/** `follow`: the target that follows. */
export const OwnTarget = ({ follow }: { readonly follow: string }) => {
  const unfold = useUnfold()
  const { own, ownName, ownHint } = useWords(targetWords)
  return (
    <button
      type="button"
      className="own-target"
      aria-label={ownName}
      title={ownHint}
      onClick={({ currentTarget }) => {
        // It goes with what it marks: one who came by keys goes on beside it.
        if (currentTarget.matches(':focus-visible'))
          currentTarget
            .parentElement!.querySelector<HTMLElement>('.field:last-of-type input')!
            .focus()
        setTarget(unfold, follow)
      }}
    >
      {own}
      <Icon name="close" />
    </button>
  )
}
