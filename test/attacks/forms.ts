// Attacks by forms: whatever takes what a reader types, or covers what a reader sees.
import { type Row, toAttacks } from './attack.ts';

const rows: readonly Row[] = [
  ['a form', '<form action="ASK"><input name=a><input type=submit></form>'],
  ['a form that runs code', '<form action="javascript:RUN"><button>a</button></form>'],
  ['a button that runs code', '<form id=f2></form><button form=f2 formaction="javascript:RUN">a</button>'],
  ['a field that runs code', '<input type=submit formaction="javascript:RUN" value=a>'],
  ['an image that runs code', '<form><input type=image formaction="javascript:RUN" alt=a></form>'],
  ['a form without a form', '<isindex action="ASK" type=image><input name=isindex>'],
  ['a password', '<label>Password <input type=password name=p autocomplete=current-password></label>'],
  ['a file', '<input type=file onchange=RUN>'],
  ['a text area', '<textarea name=a>a</textarea>'],
  ['a choice', '<select name=a onchange=RUN><option>a</select>'],
  ['a list of data', '<input list=l1><datalist id=l1><option value=a></datalist>'],
  ['a key', '<keygen name=a challenge=b autofocus onfocus=RUN>'],
  ['a command', '<menu type=context id=m1><menuitem label=a onclick=RUN></menu>'],
  [
    'a dialog',
    '<dialog open style="position:fixed;inset:0">Sign in<form method=dialog><button>a</button></form></dialog>',
  ],
  [
    'a popover',
    '<div popover=manual id=p1>a</div><button popovertarget=p1 popovertargetaction=show>b</button>',
  ],
  ['an invoker', '<button commandfor=p1 command=show-popover>a</button>'],
  ['a cover', '<div style="position:fixed;inset:0;z-index:2147483647">a</div>'],
  ['a cover by a class of the view', '<div class="bar toast gone">a</div>'],
  ['words that can be typed into', '<div contenteditable=true>a</div>'],
  ['a shortcut', '<a href="https://a.example/" accesskey=a tabindex=1>a</a>'],
  ['a role', '<p role=alert aria-live=assertive aria-label=b>a</p>'],
  ['words hidden from view', '<p hidden inert aria-hidden=true>a</p>'],
  ['a canvas', '<canvas onclick=RUN>a</canvas>'],
  ['a colour and a face', '<font color=red face=a size=7>a</font><p align=center bgcolor=red>b</p>'],
  ['words that blink and pass', '<marquee behavior=alternate>a</marquee><blink id=a>b</blink>'],
  [
    'a table that is far too wide',
    '<table width=99999999 height=99999999><tr><td width=99999999 colspan=1e9>a</td></tr></table>',
  ],
  ['a cell that spans everything', '<table><tr><td colspan=1001 rowspan=1001>a</td></tr></table>'],
  ['a list that begins at no number', '<ol start="1;x" type="javascript:RUN"><li value=x>a</li></ol>'],
  ['a time of no time', '<time datetime="<script>RUN</script>">a</time>'],
  ['a direction of no direction', '<p dir="rtl;x">a</p>'],
  ['a language of no language', '<p lang="en\'><img src=x: onerror=RUN>">a</p>'],
  ['a translation', '<p translate=no spellcheck=true enterkeyhint=go>a</p>'],
];

export const forms = toAttacks('form', rows);
