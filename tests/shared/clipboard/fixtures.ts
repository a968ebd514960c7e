/** Clipboard contents in the shape the programs write them; the cells are made up. */

const page = (head: string, body: string) => `<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:x="urn:schemas-microsoft-com:office:excel"
xmlns="http://www.w3.org/TR/REC-html40">
<head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=ProgId content=Excel.Sheet>
<link rel=Main-File href="file:///C:/TEMP/clip.htm">
${head}
</head>
<body link="#0563C1" vlink="#954F72">
${body}
</body>
</html>`;

/** Excel, US settings: amounts in the accounting format, a cell of two lines, a merged heading, trailing line end. */
export const EXCEL_US = {
  text: 'Costs 2026\t\r\n"Inference\r\n(cloud)"\t $1,234.50 \r\nReview \t (310.00)\r\nLicences\t12%\r\n\t\r\n',
  html: page(
    `<style>
<!--table
	{mso-displayed-decimal-separator:"\\.";
	mso-displayed-thousand-separator:"\\,";}
td {color:black;}
.xl65 {mso-number-format:"\\#\\,\\#\\#0\\.00";}
-->
</style>`,
    `<table border=0 cellpadding=0 cellspacing=0 width=174 style='border-collapse:collapse;width:131pt'>
<!--StartFragment-->
 <col width=87 span=2 style='width:65pt'>
 <tr height=20 style='height:15.0pt'>
  <td colspan=2 height=20 class=xl66 width=174 style='height:15.0pt;width:131pt'>Costs 2026</td>
 </tr>
 <tr height=40 style='height:30.0pt'>
  <td height=40 class=xl67 style='height:30.0pt'>Inference<br>
    (cloud)</td>
  <td class=xl65><span style='mso-spacerun:yes'> </span>$1,234.50<span
  style='mso-spacerun:yes'>&nbsp;</span></td>
 </tr>
 <tr height=20><td height=20>Review<span style='mso-spacerun:yes'> </span></td><td class=xl65>(310.00)</td></tr>
 <tr height=20><td height=20>Licences</td><td class=xl68 align=right>12%</td></tr>
 <tr height=20><td height=20></td><td></td></tr>
<!--EndFragment-->
</table>
<![if supportMisalignedColumns]><tr height=0 style='display:none'></tr><![endif]>`,
  ),
};

/** LibreOffice Calc, German: the number behind each cell in `sdval`, the format in `sdnum`. */
export const CALC_DE = {
  text: 'Inferenz\t1.234,50\nPrüfung\t1.500\nLizenzen\t-12,00 €\nJahr\t2026-03-01\n',
  html: `<!DOCTYPE html>
<html>
<head>
	<meta http-equiv="content-type" content="text/html; charset=utf-8"/>
	<title></title>
	<meta name="generator" content="LibreOffice 24.8 (Linux)"/>
	<style type="text/css">
		body,div,table,thead,tbody,tfoot,tr,th,td,p { font-family:"Liberation Sans"; font-size:x-small }
	</style>
</head>
<body>
<table cellspacing="0" border="0">
	<colgroup span="2" width="85"></colgroup>
	<tr>
		<td height="17" align="left">Inferenz</td>
		<td align="right" sdval="1234.4999" sdnum="1031;0;#.##0,00">1.234,50</td>
	</tr>
	<tr>
		<td height="17" align="left">Pr&uuml;fung</td>
		<td align="right" sdval="1500" sdnum="1031;0;#.##0">1.500</td>
	</tr>
	<tr>
		<td height="17" align="left"><b>Lizenzen</b></td>
		<td align="right" sdval="-12" sdnum="1031;0;#.##0,00 [$€-407]">-12,00 &euro;</td>
	</tr>
	<tr>
		<td height="17" align="left">Jahr</td>
		<td align="right" sdval="46082" sdnum="1031;0;JJJJ-MM-TT">2026-03-01</td>
	</tr>
</table>
</body>
</html>`,
};

/** Google Sheets: values as JSON, no final line end, a quote mark that is not doubled in the text. */
export const SHEETS = {
  text: '"4" pipe\t1.234\n"two\nlines"\t$12\n\t12.5%',
  html: `<meta charset='utf-8'><google-sheets-html-origin><style type="text/css"><!--td {border: 1px solid #cccccc;}br {mso-data-placement:same-cell;}--></style><table xmlns="http://www.w3.org/1999/xhtml" cellspacing="0" cellpadding="0" dir="ltr" border="1" data-sheets-root="1" data-sheets-baot="1"><colgroup><col width="100"/><col width="100"/></colgroup><tbody><tr style="height:21px;"><td data-sheets-value="{&quot;1&quot;:2,&quot;2&quot;:&quot;\\&quot;4\\&quot; pipe&quot;}">&quot;4&quot; pipe</td><td style="text-align:right;" data-sheets-value="{&quot;1&quot;:3,&quot;3&quot;:1234}" data-sheets-numberformat="{&quot;1&quot;:2,&quot;2&quot;:&quot;#.##0&quot;,&quot;3&quot;:1}">1.234</td></tr><tr style="height:21px;"><td>two<br/>lines</td><td data-sheets-value="{&quot;1&quot;:3,&quot;3&quot;:12}">$12</td></tr><tr><td></td><td data-sheets-value="{&quot;1&quot;:3,&quot;3&quot;:0.125}">12.5%</td></tr></tbody></table>`,
};
