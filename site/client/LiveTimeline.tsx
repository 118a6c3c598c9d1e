/** The timeline of the website. */
import { useMemo } from 'preact/hooks';
import { TimelineView } from '../../components/timeline/TimelineView';
import { timelineItems } from '../../glossary/book/timeline-items';
import type { LiveProps } from './live-view';

/** As in the book. */
export function LiveTimeline({ library, links }: LiveProps) {
  const items = useMemo(() => timelineItems(library), [library]);
  return (
    <TimelineView items={items} entryHref={links.entry} bulletinHref={links.bulletin} passageHref={links.passage} />
  );
}
