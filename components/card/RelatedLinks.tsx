/** Links of the card to related entries, by type of relation. */
import { RELATION_TYPES } from '../../glossary/pack/vocabulary';
import { visibleText } from '../../glossary/visible-text';
import { useTranslate } from '../i18n';
import { RELATION_LABELS } from './labels';
import type { Related } from './shown-entry';

/** A link to a related entry. */
export interface RelatedLink {
  /** Address of the entry in the book. */
  relatedHref(entry: string): string;
  /** The reader followed the link. Never called for clicks made by scripts. `isAside`: in a new tab or window. */
  onOpenRelated(related: Related, link: HTMLElement, isAside: boolean): void;
}

/** In the order of `RELATION_TYPES`. */
export function RelatedLinks({ related, relatedHref, onOpenRelated }: { related: readonly Related[] } & RelatedLink) {
  const t = useTranslate();
  const follow = (item: Related) => (event: MouseEvent) => {
    if (event.button > 1) return;
    event.preventDefault();
    const isAside = event.button === 1 || event.ctrlKey || event.metaKey || event.shiftKey;
    if (event.isTrusted && event.currentTarget instanceof HTMLElement)
      onOpenRelated(item, event.currentTarget, isAside);
  };
  const kinds = RELATION_TYPES.filter((type) => related.some((item) => item.type === type));
  return (
    <dl class="relations">
      {kinds.map((type) => (
        <div key={type}>
          <dt>{t(RELATION_LABELS[type])}</dt>
          <dd>
            {related
              .filter((item) => item.type === type)
              .map((item) => (
                <a
                  key={item.id}
                  lang={item.script}
                  href={relatedHref(item.id)}
                  onClick={follow(item)}
                  onAuxClick={follow(item)}
                >
                  {visibleText(item.headword)}
                </a>
              ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
