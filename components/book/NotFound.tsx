/** The page for an address that names no page or entry. */

interface Props {
  title: string;
  message: string;
  href: string;
  link: string;
}

/** An alert with a link back. */
export function NotFound({ title, message, href, link }: Props) {
  return (
    <>
      <h1>{title}</h1>
      <p class="book-notice" role="alert">
        {message}
      </p>
      <p>
        <a href={href}>{link}</a>
      </p>
    </>
  );
}
