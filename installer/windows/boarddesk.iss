; The Windows setup program. build.py calls: ISCC /DVersion=… /DFolder=… /O… boarddesk.iss
; It installs for the person who runs it, without an administrator, unless they choose otherwise.

#define Name "BoardDesk"
#define Window "boarddesk-window.exe"
#define FileClass "BoardDesk.Office"

[Setup]
AppId={{6D1E2C0B-93A7-4C7C-9E0B-4B0F2A7D5A11}
AppName={#Name}
AppVersion={#Version}
AppPublisher=The BoardDesk authors
DefaultDirName={autopf}\{#Name}
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
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
CloseApplications=yes

[Tasks]
Name: desktopicon; Description: "Put BoardDesk on the desktop"; Flags: unchecked

[InstallDelete]
; Libraries of an earlier version must not stay beside those of this one.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Folder}\*"; DestDir: "{app}"; Flags: recursesubdirs createallsubdirs ignoreversion

[Icons]
Name: "{autoprograms}\{#Name}"; Filename: "{app}\{#Window}"
Name: "{autodesktop}\{#Name}"; Filename: "{app}\{#Window}"; Tasks: desktopicon

[Registry]
Root: HKA; Subkey: "Software\Classes\.boarddesk\OpenWithProgids"; ValueType: string; ValueName: "{#FileClass}"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.boarddesk"; ValueType: string; ValueData: "{#FileClass}"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\{#FileClass}"; ValueType: string; ValueData: "BoardDesk office"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\{#FileClass}\DefaultIcon"; ValueType: string; ValueData: "{app}\{#Window},0"
Root: HKA; Subkey: "Software\Classes\{#FileClass}\shell\open\command"; ValueType: string; ValueData: """{app}\{#Window}"" ""%1"""

[Run]
Filename: "{app}\{#Window}"; Description: "Open BoardDesk"; Flags: nowait postinstall skipifsilent
