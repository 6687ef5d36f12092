# Sourced by ./mvnw and ./run: sets JAVA_HOME to a JDK 25 or newer, or explains what to install.
# Looks at JAVA_HOME, the java on the path, and the places where installers put JDKs.

is_new_enough() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  major=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  [ "${major:-0}" -ge 25 ] 2>/dev/null
}

find_jdk() {
  on_path=$(command -v java 2>/dev/null || true)
  [ -z "$on_path" ] || on_path=$(dirname "$(dirname "$(readlink -f "$on_path" 2>/dev/null || echo "$on_path")")")
  for candidate in "${JAVA_HOME-}" "$on_path" \
    /usr/lib/jvm/* /opt/java/* /opt/jdk* "$HOME"/.jdks/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.local/share/mise/installs/java/* \
    "$HOME"/.asdf/installs/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if is_new_enough "$candidate"; then
      JAVA_HOME=$candidate
      export JAVA_HOME
      return 0
    fi
  done
  cat >&2 <<'HELP'
Rapport needs a JDK 25 or newer, and none was found.
  Debian, Ubuntu:  apt-get install openjdk-25-jdk   (or temurin-25-jdk from Adoptium)
  macOS:           brew install openjdk@25
  others:          https://adoptium.net/temurin/releases/?version=25
Unpacked somewhere else? Set JAVA_HOME to it and try again.
HELP
  return 1
}

find_jdk || exit 1
