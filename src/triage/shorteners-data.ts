/** Hosts that only redirect. */
export const SHORTENERS: ReadonlySet<string> = new Set(
  [
    'adf.ly adfoc.us bc.vc bit.do bit.ly bitly.com bl.ink buff.ly clck.ru cutt.ly dlvr.it fb.me gee.su goo.gl',
    'goo.su hyperurl.co is.gd j.mp kutt.it linktr.ee lnkd.in mcaf.ee ow.ly po.st qr.ae qr.net rb.gy',
    'rebrand.ly s.id shorte.st shorturl.at shrtco.de soo.gd t.co t.ly t2m.io tiny.cc tiny.one tinyurl.com',
    'tr.im trib.al u.to urlz.fr v.gd vk.cc vzturl.com wp.me x.co y2u.be zpr.io',
  ].flatMap((line) => line.split(' ')),
);
