@echo off
rem The front door on Windows, as the file "learn" is elsewhere: finds a JDK 25 and starts coach\ with it, no more.
setlocal EnableExtensions DisableDelayedExpansion
set "JDK="

call :try "%JAVA_HOME%"
for /f "delims=" %%J in ('where java 2^>nul') do call :try "%%~dpJ.."

rem The places that Maven searches too, so that both find the same one.
for %%P in (
  "%USERPROFILE%\.jdks"
  "%USERPROFILE%\.m2\jdks"
  "%USERPROFILE%\.sdkman\candidates\java"
  "%USERPROFILE%\.gradle\jdks"
  "%USERPROFILE%\.jbang\cache\jdks"
  "%USERPROFILE%\.jabba\jdk"
  "%USERPROFILE%\scoop\apps"
  "%ProgramFiles%\Amazon Corretto"
  "%ProgramFiles%\BellSoft"
  "%ProgramFiles%\Eclipse Adoptium"
  "%ProgramFiles%\Java"
  "%ProgramFiles%\Microsoft"
  "%ProgramFiles%\Zulu"
) do for /d %%D in ("%%~P\*") do (
  call :try "%%~D"
  call :try "%%~D\current"
)

if not defined JDK goto none

rem Before the first build there is only source, which java can start as well. The dot after the folder keeps its
rem last backslash from escaping the quote.
set "ROOT=%~dp0."
set "BOOT=%~dp0coach\target\classes"
if not exist "%~dp0coach\target\run\classpath" goto source
if not exist "%BOOT%\asyncjava\coach\boot\Boot.class" goto source
"%JDK%\bin\java.exe" -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED -Djdk.lang.Process.allowAmbiguousCommands=false "-Dlearn.root=%ROOT%" "-Dlearn.called=%~0" -cp "%BOOT%" asyncjava.coach.boot.Boot %*
exit /b %ERRORLEVEL%

:source
"%JDK%\bin\java.exe" -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED -Djdk.lang.Process.allowAmbiguousCommands=false "-Dlearn.root=%ROOT%" "-Dlearn.called=%~0" "%~dp0coach\src\main\java\asyncjava\coach\boot\Boot.java" %*
exit /b %ERRORLEVEL%

rem A JDK says its version in a file, which is quicker to read than to ask java.
:try
if defined JDK exit /b
if not exist "%~1\bin\javac.exe" exit /b
if not exist "%~1\release" exit /b
findstr /b /r /c:"JAVA_VERSION=.25[^0-9]" "%~1\release" >nul 2>nul
if not errorlevel 1 set "JDK=%~1"
exit /b

:none
>&2 echo There is no JDK 25 here, and these projects need one. A JRE, or another version, does not do.
>&2 echo.
>&2 echo To install one:   winget install EclipseAdoptium.Temurin.25.JDK
>&2 echo.
>&2 echo If there is one already, set JAVA_HOME to its folder, the one that holds bin\javac.exe. Looked in:
>&2 echo   JAVA_HOME ("%JAVA_HOME%"), java on the PATH, and the folders in
>&2 echo   "%ProgramFiles%": Amazon Corretto, BellSoft, Eclipse Adoptium, Java, Microsoft, Zulu
>&2 echo   "%USERPROFILE%": .jdks, .m2\jdks, .sdkman\candidates\java, .gradle\jdks, .jbang\cache\jdks, .jabba\jdk, scoop\apps
exit /b 1
