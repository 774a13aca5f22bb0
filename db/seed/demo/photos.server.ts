import sharp from "sharp";

export type Scene = "well" | "workshop" | "boat" | "books" | "garden" | "cloth" | "room" | "glasses";

const hills = "M0 300 Q120 220 260 268 T520 250 T800 290 V480 H0Z";

/** Drawn stand-ins for photographs, without faces or words: the demo shows no real place. */
const foregrounds: Record<Scene, string> = {
  well: '<rect x="330" y="170" width="18" height="210" fill="#6b4a2b"/><rect x="452" y="170" width="18" height="210" fill="#6b4a2b"/><path d="M300 175 400 110 500 175Z" fill="#8c3b2e"/><rect x="310" y="340" width="180" height="70" rx="8" fill="#9aa3a8"/>',
  workshop:
    '<path d="M140 400V230L400 140 660 230V400Z" fill="#d8c39a"/><path d="M110 240 400 130 690 240 690 222 400 108 110 222Z" fill="#8c3b2e"/><rect x="300" y="270" width="200" height="130" fill="#4b5a63"/><circle cx="345" cy="385" r="34" fill="none" stroke="#20282d" stroke-width="13"/><circle cx="455" cy="385" r="34" fill="none" stroke="#20282d" stroke-width="13"/>',
  boat: '<path d="M0 340 Q100 320 200 340 T400 340 T600 340 T800 340V480H0Z" fill="#5b87a3"/><path d="M200 330H600L550 395H250Z" fill="#c0562f"/><path d="M220 330h360" stroke="#f2d6a2" stroke-width="12"/>',
  books:
    '<rect x="160" y="180" width="480" height="220" fill="#8a6238"/><g fill="#f1e6cf"><rect x="180" y="200" width="440" height="80"/><rect x="180" y="300" width="440" height="80"/></g><g><rect x="195" y="212" width="26" height="68" fill="#8c3b2e"/><rect x="228" y="206" width="22" height="74" fill="#2f5d62"/><rect x="258" y="218" width="30" height="62" fill="#b98a2d"/><rect x="300" y="210" width="24" height="70" fill="#4b5a63"/><rect x="210" y="312" width="28" height="68" fill="#2f5d62"/><rect x="246" y="306" width="22" height="74" fill="#b98a2d"/><rect x="280" y="318" width="34" height="62" fill="#8c3b2e"/></g>',
  garden:
    '<g fill="#7a5a36"><rect x="110" y="340" width="170" height="60"/><rect x="315" y="340" width="170" height="60"/><rect x="520" y="340" width="170" height="60"/></g><g fill="#3f7d4d"><circle cx="140" cy="325" r="24"/><circle cx="195" cy="315" r="30"/><circle cx="250" cy="327" r="22"/><circle cx="350" cy="318" r="28"/><circle cx="405" cy="326" r="22"/><circle cx="455" cy="316" r="28"/><circle cx="550" cy="326" r="24"/><circle cx="605" cy="314" r="30"/><circle cx="660" cy="326" r="22"/></g>',
  cloth:
    '<path d="M120 150H680" stroke="#6b4a2b" stroke-width="12"/><g><path d="M160 156h130v220h-130z" fill="#7a3f23"/><path d="M330 156h130v250h-130z" fill="#b9772d"/><path d="M500 156h130v200h-130z" fill="#4a2f22"/></g><g stroke="#f1e6cf" stroke-width="5" fill="none"><path d="M170 200q55 40 110 0M170 260q55 40 110 0M340 210q55 40 110 0M340 280q55 40 110 0M510 200q55 40 110 0"/></g>',
  room: '<rect x="120" y="150" width="560" height="260" fill="#e9dcc0"/><rect x="170" y="190" width="150" height="120" fill="#8fb3bd"/><rect x="470" y="200" width="110" height="210" fill="#8a6238"/><rect x="220" y="330" width="180" height="20" fill="#6b4a2b"/><rect x="235" y="350" width="14" height="60" fill="#6b4a2b"/><rect x="372" y="350" width="14" height="60" fill="#6b4a2b"/>',
  glasses:
    '<g fill="none" stroke="#20282d" stroke-width="16"><circle cx="300" cy="290" r="82"/><circle cx="500" cy="290" r="82"/><path d="M382 280q18-18 36 0M218 270 150 240M582 270l68-30"/></g><g fill="#b98a2d"><circle cx="270" cy="270" r="9"/><circle cx="300" cy="270" r="9"/><circle cx="270" cy="300" r="9"/><circle cx="500" cy="300" r="9"/><circle cx="530" cy="270" r="9"/></g>',
};

/** A picture of the scene as JPEG, 800 by 480; `light` (0 to 4) changes the sky so that two pictures of one scene differ. */
export async function drawPhoto(scene: Scene, light = 0): Promise<Uint8Array<ArrayBuffer>> {
  const sky = ["#cfe3e8", "#f3dcb8", "#d9d4e6", "#e8e2cf", "#bfd8d2"][light % 5];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="480"><rect width="800" height="480" fill="${sky}"/><circle cx="${140 + light * 110}" cy="96" r="42" fill="#fff6df"/><path d="${hills}" fill="#7f9c78"/><rect y="400" width="800" height="80" fill="#a98d5c"/>${foregrounds[scene]}</svg>`;
  return new Uint8Array(await sharp(Buffer.from(svg)).jpeg({ quality: 72 }).toBuffer());
}
