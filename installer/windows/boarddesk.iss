; The Windows setup program. build.py calls: ISCC /DVersion=… /DFolder=… /O… boarddesk.iss
; It installs for the person who runs it, without an administrator, unless they choose otherwise.

#if Ver < EncodeVer(6, 3, 0)
  #error BoardDesk's setup needs Inno Setup 6.3 or later
#endif

#define Name "BoardDesk"
#define Window "boarddesk-window.exe"
#define FileClass "BoardDesk.Office"

[Setup]
AppId={{6D1E2C0B-93A7-4C7C-9E0B-4B0F2A7D5A11}
AppName={#Name}
AppVersion={#Version}
VersionInfoVersion={#Version}
AppPublisher=The BoardDesk authors
DefaultDirName={autopf}\{#Name}
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
; The oldest Windows that Qt runs on.
MinVersion=10.0.17763
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
LicenseFile=..\..\LICENSE
SetupIconFile=..\..\build\installer\boarddesk.ico
UninstallDisplayIcon={app}\{#Window}
OutputBaseFilename=boarddesk-{#Version}-setup
Compression=lzma2
SolidCompression=yes
WizardStyle=modern
ChangesAssociations=yes
ChangesEnvironment=yes
CloseApplications=yes

[Tasks]
Name: desktopicon; Description: "Put BoardDesk on the desktop"; Flags: unchecked
Name: onpath; Description: "Let terminals find the command boarddesk (its folder is added to the PATH)"

[InstallDelete]
; Libraries of an earlier version must not stay beside those of this one.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Folder}\*"; DestDir: "{app}"; Flags: recursesubdirs createallsubdirs ignoreversion

[Icons]
Name: "{autoprograms}\{#Name}"; Filename: "{app}\{#Window}"
Name: "{autodesktop}\{#Name}"; Filename: "{app}\{#Window}"; Tasks: desktopicon

[Registry]
Root: HKA; Subkey: "Software\Classes\.boarddesk"; ValueType: string; ValueData: "{#FileClass}"; Flags: uninsdeletevalue uninsdeletekeyifempty
Root: HKA; Subkey: "Software\Classes\.boarddesk\OpenWithProgids"; ValueType: string; ValueName: "{#FileClass}"; ValueData: ""; Flags: uninsdeletevalue uninsdeletekeyifempty
Root: HKA; Subkey: "Software\Classes\{#FileClass}"; ValueType: string; ValueData: "BoardDesk office"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\{#FileClass}\DefaultIcon"; ValueType: string; ValueData: "{app}\{#Window},0"
Root: HKA; Subkey: "Software\Classes\{#FileClass}\shell\open\command"; ValueType: string; ValueData: """{app}\{#Window}"" ""%1"""

[Run]
Filename: "{app}\{#Window}"; Description: "Open BoardDesk"; Flags: nowait postinstall skipifsilent

[Code]
{ The PATH of everybody where an administrator installs for all, else the person's own. }
function EnvironmentKey: String;
begin
  if IsAdminInstallMode then
    Result := 'SYSTEM\CurrentControlSet\Control\Session Manager\Environment'
  else
    Result := 'Environment';
end;

function PathWithout(const Path, Folder: String): String;
var
  Place: Integer;
begin
  Result := ';' + Path + ';';
  Place := Pos(';' + Lowercase(Folder) + ';', Lowercase(Result));
  while Place > 0 do
  begin
    Delete(Result, Place, Length(Folder) + 1);
    Place := Pos(';' + Lowercase(Folder) + ';', Lowercase(Result));
  end;
  Result := Copy(Result, 2, Length(Result) - 2);
end;

{ The program's folder stands once at the end of the PATH, or nowhere in it; a PATH that cannot be read is left alone. }
procedure PutOnPath(Wanted: Boolean);
var
  Folder, Before, After: String;
begin
  Folder := ExpandConstant('{app}');
  if RegValueExists(HKA, EnvironmentKey, 'Path') and not RegQueryStringValue(HKA, EnvironmentKey, 'Path', Before) then
    exit;
  After := PathWithout(Before, Folder);
  if Wanted and (After <> '') and (Copy(After, Length(After), 1) <> ';') then
    After := After + ';';
  if Wanted then
    After := After + Folder;
  if After <> Before then
    RegWriteExpandStringValue(HKA, EnvironmentKey, 'Path', After);
end;

procedure CurStepChanged(CurStep: TSetupStep);
begin
  if CurStep = ssPostInstall then
    PutOnPath(WizardIsTaskSelected('onpath'));
end;

procedure CurUninstallStepChanged(CurUninstallStep: TUninstallStep);
begin
  if CurUninstallStep = usPostUninstall then
    PutOnPath(False);
end;
