@rem The scripts in package.json say "exec", so that a signal to npm reaches Node and no shell between; cmd.exe lacks the word.
@%*
