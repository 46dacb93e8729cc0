import { Link } from '@mui/material';

/** A foreign address: a link if it is a web URL, and never one that runs a script here. */
export function WebLink({ url }: { url: string }) {
  if (!/^https?:\/\//i.test(url)) return url;
  return (
    <Link href={url} target="_blank" rel="noopener noreferrer">
      {url}
    </Link>
  );
}
