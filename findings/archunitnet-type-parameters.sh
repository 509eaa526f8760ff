#!/usr/bin/env bash
# ArchUnitNET 0.13.5 takes the type parameter of one method for that of another.
#
# First.Pick<T> and Second.Read<T> do not know each other; each hands its own T on to Shared.Parse<T>. The type parameters
# are told as dependencies, and the one that First hands on is told as that of Second: a rule about folders then sees a use
# that no source has. Whoever walks the dependencies must leave type parameters out (tests/Functions.Tests/Architecture/Floors.cs).
# Seen with .NET SDK 10.0.
#
# Runs the package in a temporary folder, without this product, and fails when what it tells changes.
set -euo pipefail

expected='First.Words depends on T First.Words::Pick(System.String)<T>+<T>
First.Words depends on T Second.Reader::Read(System.String)<T>+<T>
Second.Reader depends on T Second.Reader::Read(System.String)<T>+<T>'

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > told.cs <<'CS'
#:package TngTech.ArchUnitNET@0.13.5
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

var architecture = new ArchLoader().LoadAssemblies(typeof(Second.Reader).Assembly).Build();
foreach (var type in architecture.Classes.Where(c => c.Name is "Reader" or "Words").OrderBy(c => c.FullName))
{
    foreach (var told in type.Dependencies.Select(d => d.Target).OfType<GenericParameter>().Select(t => t.FullName).Distinct().Order())
    {
        Console.WriteLine($"{type.FullName} depends on {told}");
    }
}

namespace First
{
    public static class Words
    {
        public static T Pick<T>(string text) where T : struct, System.Enum => Shared.Codes.Parse<T>(text);
    }
}

namespace Shared
{
    public static class Codes
    {
        public static T Parse<T>(string text) where T : struct, System.Enum => System.Enum.Parse<T>(text);
    }
}

namespace Second
{
    public static class Reader
    {
        public static T Read<T>(string text) where T : struct, System.Enum => Shared.Codes.Parse<T>(text);
    }
}
CS

seen=$(dotnet run told.cs)
printf 'TngTech.ArchUnitNET 0.13.5\n%s\n' "$seen"
if [[ $seen != "$expected" ]]; then
  printf 'The behaviour has changed. Expected:\n%s\n' "$expected" >&2
  exit 1
fi
