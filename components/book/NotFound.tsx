/** Owns what is said where an address names nothing there is. */

interface Props {
  title: string;
  message: string;
  href: string;
  link: string;
}

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
