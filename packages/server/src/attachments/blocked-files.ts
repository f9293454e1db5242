/** Endings of files that a double click would run, on one system or another. */
export const blockedEndings = new Set(
  [
    'ade adp app appinstaller application asa asax ascx ashx asmx asp aspx bas bash bat cer chm class cmd com command',
    'config cpl crt csh dll dmg docm dotm exe fxp gadget hlp hta htm html htr htw ida idc idq inf ins iqy iso isp its jar',
    'jnlp js jse ksh lnk mad maf mag mam maq mar mas mat mau mav maw mda mdb mde mdt mdw mdz mht mhtml mjs msc msh msi msix',
    'msp mst ops pcd php pif pl potm ppam ppsm pptm prf prg ps1 psc1 psd1 psm1 pst py reg rem scf scr sct sh shb shs shtm',
    'shtml soap stm svg svgz swf tmp url vb vbe vbs vsmacros vss vst vsw wasm ws wsc wsf wsh xhtml xla xlam xll xlsm xltm',
    'xml xsl xslt',
  ].flatMap((line) => line.split(' ')),
)

/** Types that a browser would run in the name of the site they come from. */
const blockedTypes =
  /^(?:text\/(?:html|javascript|ecmascript|xml|xsl)|image\/svg\+xml|application\/(?:.*\+xml|xml|javascript|ecmascript|x-.*(?:exec|msdownload|sh|httpd).*))$/

/** Whether a file of this name and type could run where it is opened. */
export function isBlockedFile(name: string, contentType: string): boolean {
  // Windows looks past spaces and dots at the end.
  const ending = /\.([^.\s]+)[.\s]*$/.exec(name)?.[1]?.toLowerCase()
  return blockedTypes.test(contentType) || (ending !== undefined && blockedEndings.has(ending))
}
